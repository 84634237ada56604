import type { Bulletin } from '../bulletin.ts';

/** A bulletin as a webhook of a Microsoft Teams workflow takes it: an adaptive card. */
export function teamsMessage({ title, lines, more, link }: Bulletin): object {
  const block = (text: string, rest: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...rest });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      block(plain(title), { weight: 'Bolder', size: 'Medium' }),
      ...lines.map(({ text, url }) => block(`[${plain(text)}](${url})`, { spacing: 'Small' })),
      ...(more === null ? [] : [block(plain(more), { isSubtle: true })]),
    ],
    actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/** Without what Markdown would read as its own. */
function plain(text: string): string {
  return text.replaceAll(/[\\[\]*_`]/g, '\\$&');
}
