import { expect, test } from 'vitest';
import type { Bulletin } from './bulletin.ts';
import { writeBulletin } from './e-mail/bulletin-letter.ts';
import { slackMessage } from './slack/slack-message.ts';
import { teamsMessage } from './teams/teams-message.ts';

const bulletin: Bulletin = {
  title: 'Ticket <b>&1</b> *broke* it',
  lines: [{ text: '[T-1](https://evil.example.org) <script>', url: 'https://vigie.example.org/tickets/T-1' }],
  more: '3 more & counting',
  link: { label: 'Open the desk', url: 'https://vigie.example.org/desk' },
};

test('in Slack the names of tickets are text, never links or mentions of theirs', () => {
  const { text } = slackMessage(bulletin) as { text: string };
  expect(text).toContain('*Ticket &lt;b&gt;&amp;1&lt;/b&gt; *broke* it*');
  expect(text).toContain('<https://vigie.example.org/tickets/T-1|[T-1](https://evil.example.org) &lt;script&gt;>');
  expect(text).toContain('3 more &amp; counting');
});

test('in Teams a message is an adaptive card whose Markdown is ours alone', () => {
  const message = JSON.stringify(teamsMessage(bulletin));
  expect(message).toContain('application/vnd.microsoft.card.adaptive');
  expect(message).toContain(JSON.stringify('\\*broke\\* it').slice(1, -1));
  const { attachments } = teamsMessage(bulletin) as {
    attachments: { content: { body: { text: string }[]; actions: { url: string }[] } }[];
  };
  const content = attachments[0]?.content;
  expect(content?.body[1]?.text).toBe(
    '[\\[T-1\\](https://evil.example.org) <script>](https://vigie.example.org/tickets/T-1)',
  );
  expect(content?.actions[0]?.url).toBe('https://vigie.example.org/desk');
});

test('a mail says the same as HTML and as text, and shows no markup of a ticket', () => {
  const { subject, html, text } = writeBulletin(bulletin, 'fr');
  expect(subject).toBe(bulletin.title);
  expect(html).toContain('lang="fr"');
  expect(html).not.toContain('<script>');
  for (const part of ['https://vigie.example.org/tickets/T-1', '3 more & counting', 'Open the desk']) {
    expect(text).toContain(part);
  }
});
