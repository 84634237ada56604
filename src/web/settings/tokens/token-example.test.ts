import { expect, test } from 'vitest';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { exampleOf } from './token-example.ts';

test('the event of the first call is one that Vigie accepts', () => {
  const example = exampleOf('ingest', 'https://vigie.test');
  const event = /-d '(.*)'$/s.exec(example)?.[1] ?? '';
  expect(parseEvent(JSON.parse(event))).not.toHaveProperty('problems');
});

test('an example never holds the token itself, which would stay in the history of the shell', () => {
  for (const scope of ['ingest', 'read', 'admin'] as const) {
    expect(exampleOf(scope, 'https://vigie.test')).toContain('Bearer $VIGIE_TOKEN');
  }
});
