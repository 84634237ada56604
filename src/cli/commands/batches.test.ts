import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '#test/support/run-cli.ts';

function readVectors(name: string) {
  const path = resolve(import.meta.dirname, '../../../test/vectors', name);
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>[];
}

async function answersTo(command: string, cases: readonly unknown[]) {
  const input = cases.map((one) => JSON.stringify(one)).join('\n');
  const { code, stdout } = await runCli([command, 'batch'], { stdin: input });
  expect(code).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('every calendar question of the vectors is answered under its id', async () => {
  const cases = readVectors('working_time.json');
  const answers = await answersTo('calendar', cases);
  expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  cases.forEach(({ op, expect: wanted }, at) => {
    const { result, error } = answers[at];
    if (wanted === null) expect(error.code).toMatch(/^calendar\./);
    else if (op === 'add') expect(Date.parse(result)).toBe(Date.parse(wanted as string));
    else expect(Math.abs(result - (wanted as number))).toBeLessThan(1);
  });
});

test('every case of the service-level vectors is answered under its id', async () => {
  const cases = readVectors('sla.json');
  const answers = await answersTo('replay', cases);
  expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  cases.forEach(({ expect: wanted }, at) => {
    for (const [metric, fields] of Object.entries(wanted as Record<string, Record<string, unknown> | null>)) {
      const clock = answers[at].clocks.filter((one: { metric: string }) => one.metric === metric).at(-1);
      if (fields === null) expect(clock).toBeUndefined();
      else expect(comparable(clock, fields)).toEqual(comparable(fields, fields));
    }
  });
});

/** The keys that a case speaks of, instants as instants. */
function comparable(clock: Readonly<Record<string, unknown>>, keys: object) {
  return Object.fromEntries(
    Object.keys(keys).map((key) => {
      const value = clock[key];
      return [key, key.endsWith('At') && typeof value === 'string' ? Date.parse(value) : value];
    }),
  );
}

test('a bad line is answered with an error and never stops the batch', async () => {
  const good = { id: 2, calendar: null, op: 'between', from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:01:00Z' };
  for (const command of ['calendar', 'replay']) {
    const { code, stdout } = await runCli([command, 'batch'], {
      stdin: ['{bad\n', '\n', `[1]\n${JSON.stringify(good)}`],
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toHaveLength(3);
    expect(answers[0]).toEqual({ id: null, error: expect.objectContaining({ code: expect.any(String) }) });
    expect(answers[2].id).toBe(2);
  }
});

test('the batches take --json like every other command, and answer the same', async () => {
  const question = JSON.stringify({ id: 1, calendar: null, op: 'add', from: '2026-01-01T00:00:00Z', seconds: 60 });
  const { code, stdout } = await runCli(['calendar', 'batch', '--json'], { stdin: question });
  expect([code, JSON.parse(stdout)]).toEqual([0, { id: 1, result: '2026-01-01T00:01:00Z' }]);
  expect((await runCli(['replay', 'batch', '--json'], { stdin: '[1]' })).code).toBe(0);
});
