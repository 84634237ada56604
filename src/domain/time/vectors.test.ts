import { expect, test } from 'vitest';
import vectors from '../../../test/vectors/working_time.json' with { type: 'json' };
import { answerCalendarLine } from './batch.ts';

interface Answer {
  readonly id: string;
  readonly result?: number | string;
  readonly error?: { readonly code: string };
}

/** Seconds may carry a fraction where the instants have milliseconds; instants are compared as instants. */
function agrees({ result, error }: Answer, expected: number | string | null): boolean {
  if (expected === null) return error !== undefined;
  if (typeof expected === 'number') return typeof result === 'number' && Math.abs(result - expected) < 1;
  return typeof result === 'string' && Date.parse(result) === Date.parse(expected);
}

test('every case taken from the tests of other products gets the answer of the independent calculator', () => {
  const wrong = vectors
    .map((vector) => ({ vector, answer: JSON.parse(answerCalendarLine(JSON.stringify(vector))) as Answer }))
    .filter(({ vector, answer }) => answer.id !== vector.id || !agrees(answer, vector.expect));
  expect(vectors.length).toBe(607);
  expect(wrong).toEqual([]);
});
