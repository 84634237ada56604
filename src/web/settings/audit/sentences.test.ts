import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit as english } from '#presentation/i18n/en/settings/audit.ts';
import { nouns } from './actions.ts';

/** Every action the server writes into the log: where it is said, or where a type lists it. */
function writtenActions(): string[] {
  const root = join(import.meta.dirname, '../../..');
  return ['app', 'server', 'cli'].flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .flatMap((name) => [
        ...readFileSync(join(root, layer, name), 'utf8').matchAll(/(?:action: |^ {2}\| )'([a-z]+\.[a-z-]+)'/gm),
      ])
      .map((match) => match[1] ?? ''),
  );
}

const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = english.sentences;

test('every action of the audit log is told as a sentence, and can be filtered for', () => {
  const actions = writtenActions();
  expect(actions.length).toBeGreaterThan(20);
  const untold = actions.filter((action) => {
    const [noun = '', verb = ''] = action.split('.');
    return sentences[noun]?.[verb] === undefined || !nouns.some((known) => known === noun);
  });
  expect([...new Set(untold)]).toEqual([]);
});
