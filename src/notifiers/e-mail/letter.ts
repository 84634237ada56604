import type { Language } from '#domain/error.ts';
import { escapeHtml } from './escape-html.ts';
import type { Mail } from './send-mail.ts';

/** A short letter with one thing to do. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  /** Paragraphs before the button. */
  readonly before: readonly string[];
  readonly button: { readonly label: string; readonly url: string };
  /** Paragraphs after it. */
  readonly after: readonly string[];
}

/** Writes a letter as mail: plain HTML that every mail program shows, and the same as text. */
export function writeLetter(to: string, letter: Letter): Mail {
  const { language, subject, before, button, after } = letter;
  const text = [...before, button.url, ...after, 'Vigie'].join('\n\n');
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f3;color:#23211f;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:28px;background:#fff;border:1px solid #e3e0dc;border-radius:8px">
${paragraphs(before)}
<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="padding:10px 18px;border-radius:8px;background:#0b6478;color:#fff;text-decoration:none">${escapeHtml(button.label)}</a></p>
${paragraphs(after)}
<p style="color:#6b6661;font-size:13px">Vigie</p></div></body></html>`;
  return { to, subject, text, html };
}
