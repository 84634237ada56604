import type { Bulletin } from '../bulletin.ts';

/** A bulletin as an incoming webhook of Slack takes it. */
export function slackMessage({ title, lines, more, link }: Bulletin): object {
  const text = [
    `*${escape(title)}*`,
    ...lines.map(({ text: line, url }) => `• <${url}|${escape(line)}>`),
    ...(more === null ? [] : [escape(more)]),
    `<${link.url}|${escape(link.label)}>`,
  ].join('\n');
  return { text, unfurl_links: false, unfurl_media: false };
}

/** The three letters that mean something to Slack. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
