import type { Language } from '#domain/error.ts';
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

/** A report as a letter: what it asks, its picture, its figures, what they rest on. */
export interface ReportLetter extends LetterTable {
  readonly language: Language;
  readonly heading: string;
  /** What it is and of when. */
  readonly lead: string;
  /** Paragraphs before the figures. */
  readonly notes: readonly string[];
  readonly picture: LetterPicture | null;
  readonly standing: string;
  readonly open: LetterLink;
  readonly unsubscribe: LetterLink;
}

/** The letter as HTML that every mail program shows, and the same as text. */
export function writeReportLetter(letter: ReportLetter): { readonly html: string; readonly text: string } {
  const { lead, notes, picture, standing } = letter;
  const body = [
    paragraph(lead, quiet),
    ...notes.map((note) => paragraph(note)),
    picture === null ? '' : pictureHtml(picture),
    tableHtml(letter),
    paragraph(standing, `margin-top:12px;${quiet};font-size:12px`),
  ];
  return {
    html: letterHtml(letter, body.join('\n')),
    text: letterText(letter, [lead, ...notes, tableText(letter), standing]),
  };
}
