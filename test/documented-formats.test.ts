import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseMapping } from '../src/connectors/csv/mapping.ts';
import { readEvents } from '../src/connectors/open-file.ts';
import { parsePolicy } from '../src/domain/sla/parse-policy.ts';
import { eventTypes } from '../src/domain/ticket/event.ts';
import { dataShapes } from '../src/domain/ticket/event-data.ts';
import { parseEvent } from '../src/domain/ticket/parse-event.ts';
import { answerCalendarLine } from '../src/domain/time/batch.ts';
import { parseCalendar } from '../src/domain/time/parse-calendar.ts';

const docs = resolve(import.meta.dirname, '../docs');

function readPage(page: string): string {
  return readFileSync(resolve(docs, page), 'utf8');
}

/** The fenced blocks of a page in one language, each as its text. */
function blocksOf(page: string, language: string): string[] {
  return [...readPage(page).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] as string);
}

function linesOf(page: string): unknown[] {
  return blocksOf(page, 'ndjson').flatMap((block) =>
    block
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  );
}

const json = (page: string) => blocksOf(page, 'json').flatMap((block) => [JSON.parse(block) as unknown].flat());

test('every event in the documentation of events is accepted', () => {
  const events = [...json('events.md'), ...linesOf('events.md')];
  expect(events.length).toBeGreaterThan(25);
  expect(events.map((event) => parseEvent(event)).filter((parsed) => 'problems' in parsed)).toEqual([]);
});

test('the documentation of events shows every type and names every key', () => {
  const shown = new Set(
    [...json('events.md'), ...linesOf('events.md')].map((event) => (event as { type: string }).type),
  );
  expect(eventTypes.filter((type) => !shown.has(type))).toEqual([]);
  const text = readPage('events.md');
  const keys = new Set(Object.values(dataShapes).flatMap((shape) => [...shape.checks.keys()]));
  expect([...keys].filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});

test('every calendar in the documentation of calendars is accepted without a warning', () => {
  const calendars = json('calendars.md');
  expect(calendars.length).toBeGreaterThan(2);
  expect(calendars.flatMap((calendar) => parseCalendar(calendar).warnings)).toEqual([]);
});

test('every question in the documentation of calendars is answered', () => {
  const answers = linesOf('calendars.md').map((question) => JSON.parse(answerCalendarLine(JSON.stringify(question))));
  expect(answers).toEqual([
    { id: 'q1', result: 3600 },
    { id: 'q2', result: '2026-11-02T08:01:30Z' },
  ]);
});

test('every policy in the documentation of policies is accepted', () => {
  const policies = json('policies.md');
  expect(policies.length).toBeGreaterThan(1);
  for (const policy of policies) expect(parsePolicy(policy)).toMatchObject({ id: (policy as { id: string }).id });
});

test('every mapping in the documentation of imports is at most twelve lines and reads the table beside it', async () => {
  const mappings = blocksOf('import.md', 'json');
  const tables = blocksOf('import.md', 'csv');
  expect(tables.length).toBe(mappings.length);
  const types: string[][] = [];
  for (const [index, text] of mappings.entries()) {
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(12);
    const mapping = JSON.parse(text) as unknown;
    parseMapping(mapping);
    const stream = (async function* () {
      yield Buffer.from(tables[index] as string);
    })();
    for await (const batch of readEvents({ name: 'table.csv', stream }, { source: 'docs', mapping })) {
      expect(batch.rejected).toEqual([]);
      types.push(batch.events.map((event) => event.type));
    }
  }
  expect(types.map((batch) => new Set(batch).size > 2)).toEqual([true, true]);
});

test('the policy in the documentation of the watch is accepted with its steps', () => {
  const [policy] = json('watch.md').map(parsePolicy);
  expect(policy?.steps?.map(({ id }) => id)).toEqual(['soon', 'last', 'late', 'boss']);
});
