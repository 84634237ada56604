import type { Language } from '#domain/error.ts';
import { escapeHtml } from './escape-html.ts';

export interface LetterCell {
  readonly text: string;
  readonly numeric: boolean;
}

export interface LetterTable {
  readonly head: readonly LetterCell[];
  readonly rows: readonly (readonly LetterCell[])[];
  readonly total: readonly LetterCell[] | null;
  /** What stands in the place of rows that are left out. */
  readonly more: string | null;
}

export interface LetterPicture {
  readonly inlineId: string;
  readonly alt: string;
}

export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

const line = 'border-bottom:1px solid #e3e0dc;padding:6px 8px;';

function rowOf(cells: readonly LetterCell[], tag: 'th' | 'td', more = ''): string {
  const style = ({ numeric }: LetterCell) => `${line}text-align:${numeric ? 'right' : 'left'};${more}`;
  return `<tr>${cells.map((cell) => `<${tag} style="${style(cell)}">${escapeHtml(cell.text)}</${tag}>`).join('')}</tr>`;
}

export const paragraph = (text: string, style = '') => `<p style="margin:0 0 12px;${style}">${escapeHtml(text)}</p>`;

export const quiet = 'color:#6b6661';

export function pictureHtml({ inlineId, alt }: LetterPicture): string {
  return `<img src="cid:${inlineId}" alt="${escapeHtml(alt)}" width="640" style="display:block;width:100%;max-width:960px;height:auto;margin:0 0 16px">`;
}

export function tableHtml({ head, rows, total, more }: LetterTable): string {
  return `<table style="border-collapse:collapse;width:100%;font-size:13px">
<thead>${rowOf(head, 'th', 'color:#6b6661;font-weight:600')}</thead>
<tbody>${rows.map((cells) => rowOf(cells, 'td')).join('')}</tbody>
${total === null ? '' : `<tfoot>${rowOf(total, 'td', 'font-weight:600')}</tfoot>`}
</table>
${more === null ? '' : paragraph(more, 'margin-top:12px')}`;
}

/** The table set with spaces, figures at the right of their column. */
export function tableText({ head, rows, total, more }: LetterTable): string {
  const lines = [head, ...rows, ...(total === null ? [] : [total])];
  const widths = head.map((_, place) => Math.max(...lines.map((cells) => cells[place]?.text.length ?? 0)));
  const set = (cells: readonly LetterCell[]) =>
    cells
      .map(({ text, numeric }, place) =>
        numeric ? text.padStart(widths[place] ?? 0) : text.padEnd(widths[place] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [lines.map(set).join('\n'), ...(more === null ? [] : [more])].join('\n\n');
}

interface Frame {
  readonly language: Language;
  readonly heading: string;
  readonly open: LetterLink;
  readonly unsubscribe: LetterLink;
}

/** A whole letter: its heading, what is in it, where it opens in Vigie, and how to get no more of it. */
export function letterHtml({ language, heading, open, unsubscribe }: Frame, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f3;color:#23211f;font:14px/1.5 system-ui,sans-serif">
<div style="max-width:960px;margin:0 auto;padding:28px;background:#fff;border:1px solid #e3e0dc;border-radius:8px">
<h1 style="margin:0 0 4px;font-size:20px">${escapeHtml(heading)}</h1>
${body}
<p style="margin:20px 0"><a href="${escapeHtml(open.url)}" style="padding:10px 18px;border-radius:8px;background:#0b6478;color:#fff;text-decoration:none">${escapeHtml(open.label)}</a></p>
<p style="color:#6b6661;font-size:12px">Vigie · <a href="${escapeHtml(unsubscribe.url)}" style="color:#6b6661">${escapeHtml(unsubscribe.label)}</a></p></div></body></html>`;
}

export function letterText({ heading, open, unsubscribe }: Frame, parts: readonly string[]): string {
  const links = [`${open.label}\n${open.url}`, `Vigie\n${unsubscribe.label}\n${unsubscribe.url}`];
  return [heading, ...parts, ...links].join('\n\n');
}
