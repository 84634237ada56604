import type { Language } from '#domain/error.ts';
import { escapeHtml } from './escape-html.ts';

interface Link {
  readonly label: string;
  readonly url: string;
}

/** A letter that tells of one thing or of several. */
export interface NoticeLetter {
  readonly language: Language;
  readonly heading: string;
  readonly items: readonly {
    /** Null: the heading says it. */
    readonly text: string | null;
    /** The beginning of what somebody wrote. */
    readonly excerpt: string | null;
    readonly open: Link;
  }[];
  /** What stands in the place of those that are left out. */
  readonly more: string | null;
  readonly preferences: Link;
  readonly unsubscribe: Link;
}

const quiet = 'color:#6b6661;font-size:13px';

/** The letter as HTML that every mail program shows, and the same as text. */
export function writeNoticeLetter(letter: NoticeLetter): { readonly html: string; readonly text: string } {
  return { html: htmlOf(letter), text: textOf(letter) };
}

function htmlOf({ language, heading, items, more, preferences, unsubscribe }: NoticeLetter): string {
  const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
  const link = ({ label, url }: Link, style: string) =>
    `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`;
  const entries = items.map(
    ({ text, excerpt, open }) => `<div style="margin:0 0 24px">
${text === null ? '' : `<p style="margin:0 0 8px">${escapeHtml(text)}</p>`}
${excerpt === null ? '' : `<p style="margin:0 0 8px;padding-left:12px;border-left:3px solid #e3e0dc">${lines(excerpt)}</p>`}
<p style="margin:12px 0 0">${link(open, 'display:inline-block;padding:8px 16px;border-radius:8px;background:#0b6478;color:#fff;text-decoration:none')}</p></div>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f3;color:#23211f;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#fff;border:1px solid #e3e0dc;border-radius:8px">
<h1 style="margin:0 0 20px;font-size:18px">${escapeHtml(heading)}</h1>
${entries.join('\n')}
${more === null ? '' : `<p>${escapeHtml(more)}</p>`}
<p style="${quiet}">Vigie · ${link(preferences, 'color:#6b6661')} · ${link(unsubscribe, 'color:#6b6661')}</p></div></body></html>`;
}

function textOf({ heading, items, more, preferences, unsubscribe }: NoticeLetter): string {
  const quoted = (excerpt: string) => excerpt.replaceAll(/^/gm, '> ');
  return [
    heading,
    ...items.map(({ text, excerpt, open }) =>
      [...(text === null ? [] : [text]), ...(excerpt === null ? [] : [quoted(excerpt)]), open.url].join('\n'),
    ),
    ...(more === null ? [] : [more]),
    `Vigie\n${preferences.label}\n${preferences.url}\n${unsubscribe.label}\n${unsubscribe.url}`,
  ].join('\n\n');
}
