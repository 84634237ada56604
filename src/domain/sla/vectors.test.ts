import { expect, test } from 'vitest';
import vectors from '../../../test/vectors/sla.json' with { type: 'json' };
import { replayBatchLine } from './replay-batch.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Answer {
  readonly clocks: readonly (Fields & { readonly metric: string; readonly cycle: number })[];
}

function same(key: string, actual: unknown, expected: unknown): boolean {
  if (!key.endsWith('At') || typeof expected !== 'string') return Object.is(actual, expected);
  return typeof actual === 'string' && Date.parse(actual) === Date.parse(expected);
}

/** The fields of the metric's last cycle that differ from what the case asks for; null asks for no clock. */
function differences({ clocks }: Answer, metric: string, expected: Fields | null): unknown[] {
  const clock = clocks
    .filter((candidate) => candidate.metric === metric)
    .sort((a, b) => a.cycle - b.cycle)
    .at(-1);
  if (expected === null) return clock === undefined ? [] : [clock];
  return Object.entries(expected)
    .filter(([key, value]) => !same(key, clock?.[key], value))
    .map(([key, value]) => ({ metric, key, expected: value, actual: clock?.[key] }));
}

test.each(vectors)('$source ($id)', ({ expect: expected, ...vector }) => {
  const answer = JSON.parse(replayBatchLine(JSON.stringify(vector))) as Answer;
  expect(answer).toHaveProperty('clocks');
  const wrong = Object.entries(expected).flatMap(([metric, fields]) => differences(answer, metric, fields));
  expect(wrong).toEqual([]);
});
