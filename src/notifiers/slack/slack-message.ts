import type { Bulletin } from '../bulletin.ts';

/** A bulletin as an incoming webhook of Slack takes it. */
export function slackMessage({ title, lines, more, link }: Bulletin): object {
  const text = [
    `*${escapeText(title)}*`,
    ...lines.map(({ text: line, url }) => `• <${url}|${escapeText(line)}>`),
    ...(more === null ? [] : [escapeText(more)]),
    `<${link.url}|${escapeText(link.label)}>`,
  ].join('\n');
  return { text, unfurl_links: false, unfurl_media: false };
}

/** The three letters that mean something to Slack. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
