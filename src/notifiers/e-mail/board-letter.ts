import type { Language } from '#domain/error.ts';
import { escapeHtml } from './escape-html.ts';
import {
  type LetterLink,
  type LetterPicture,
  type LetterTable,
  letterHtml,
  letterText,
  paragraph,
  pictureHtml,
  quiet,
  tableHtml,
  tableText,
} from './letter-parts.ts';

export interface LetterTile {
  /** Null of a text. */
  readonly title: string | null;
  /** Of a text its paragraphs; of a report what its figures rest on, or why there are none. */
  readonly texts: readonly string[];
  readonly picture: LetterPicture | null;
  /** As text always; in HTML where there is no picture. */
  readonly table: LetterTable | null;
}

/** A dashboard as a letter, tile after tile. */
export interface BoardLetter {
  readonly language: Language;
  readonly heading: string;
  /** What it is about, and of when. */
  readonly lead: readonly string[];
  readonly notes: readonly string[];
  readonly tiles: readonly LetterTile[];
  readonly open: LetterLink;
  readonly unsubscribe: LetterLink;
}

/** The letter as HTML that every mail program shows, and the same figures as text. */
export function writeBoardLetter(letter: BoardLetter): { readonly html: string; readonly text: string } {
  const { lead, notes, tiles } = letter;
  const body = [
    ...lead.map((line) => paragraph(line, quiet)),
    ...notes.map((note) => paragraph(note)),
    ...tiles.map(htmlOf),
  ];
  return {
    html: letterHtml(letter, body.join('\n')),
    text: letterText(letter, [...lead, ...notes, ...tiles.map(textOf)]),
  };
}

function htmlOf({ title, texts, picture, table }: LetterTile): string {
  if (title === null) return texts.map((text) => paragraph(text, 'white-space:pre-line')).join('\n');
  const figures = picture !== null ? pictureHtml(picture) : table === null ? '' : tableHtml(table);
  const below = texts.map((text) => paragraph(text, `margin-top:8px;${quiet};font-size:12px`)).join('\n');
  return `<h2 style="margin:24px 0 8px;font-size:16px">${escapeHtml(title)}</h2>\n${figures}\n${below}`;
}

function textOf({ title, texts, table }: LetterTile): string {
  const parts = [...(title === null ? [] : [title]), ...(table === null ? [] : [tableText(table)]), ...texts];
  return parts.join('\n\n');
}
