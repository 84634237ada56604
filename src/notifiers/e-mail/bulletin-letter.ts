import type { Language } from '#domain/error.ts';
import type { Bulletin } from '../bulletin.ts';
import { escapeHtml } from './escape-html.ts';

/** A bulletin as a letter: HTML that every mail program shows, and the same as text. */
export function writeBulletin(
  { title, lines, more, link }: Bulletin,
  language: Language,
): { readonly subject: string; readonly html: string; readonly text: string } {
  const text = [
    title,
    lines.map((line) => `- ${line.text}\n  ${line.url}`).join('\n'),
    ...(more === null ? [] : [more]),
    `${link.label}\n${link.url}`,
    'Vigie',
  ].join('\n\n');
  const items = lines.map((line) => `<li><a href="${escapeHtml(line.url)}">${escapeHtml(line.text)}</a></li>`).join('');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f3;color:#23211f;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:640px;margin:0 auto;padding:28px;background:#fff;border:1px solid #e3e0dc;border-radius:8px">
<h1 style="margin:0 0 12px;font-size:18px">${escapeHtml(title)}</h1>
<ul style="padding-left:20px">${items}</ul>
${more === null ? '' : `<p>${escapeHtml(more)}</p>`}
<p style="margin:24px 0"><a href="${escapeHtml(link.url)}" style="padding:10px 18px;border-radius:8px;background:#0b6478;color:#fff;text-decoration:none">${escapeHtml(link.label)}</a></p>
<p style="color:#6b6661;font-size:13px">Vigie</p></div></body></html>`;
  return { subject: title, html, text };
}
