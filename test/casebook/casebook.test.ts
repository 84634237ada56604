import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clockToJson } from '#domain/sla/clock-json.ts';
import { readRules, replay } from '#domain/sla/replay.ts';
import { replayBatchLine } from '#domain/sla/replay-batch.ts';
import type { Event } from '#domain/ticket/event.ts';
import { factsOfTicket } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket } from '#domain/ticket/fold-ticket.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { parseInstant } from '#domain/time/instant.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A story in the form of `vigie replay batch`. Of each clock and row only the fields given are compared. */
interface Story {
  readonly id: string;
  readonly rule: string;
  readonly calendars: readonly unknown[];
  readonly policies: readonly unknown[];
  readonly businessCalendar?: string;
  readonly events: readonly unknown[];
  readonly now: string;
  readonly expect: {
    readonly clocks?: readonly Fields[];
    readonly facts?: Readonly<Record<string, readonly Fields[]>>;
    readonly error?: string;
  };
}

const instantKeys = /At$|^at$|^from$|^to$/;

/** Instants of rows as ISO texts, as stories write them; only the keys of `wanted`. */
function pick(row: Fields, wanted: Fields): Fields {
  return Object.fromEntries(
    Object.keys(wanted).map((key) => {
      const value = key === 'dims' ? pick(row.dims as Fields, wanted.dims as Fields) : row[key];
      const isInstant = instantKeys.test(key) && typeof value === 'number';
      return [key, isInstant ? new Date(value).toISOString().replace('.000Z', 'Z') : value];
    }),
  );
}

function pickAll(rows: readonly Fields[], wanted: readonly Fields[]): readonly Fields[] {
  return rows.map((row, i) => (wanted[i] === undefined ? row : pick(row, wanted[i])));
}

function eventsOf(story: Story): Event[] {
  return story.events.map((input) => {
    const parsed = parseEvent(input);
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    return parsed.event;
  });
}

function factsOf(story: Story): Readonly<Record<string, readonly Fields[]>> {
  const fold = foldTicket(eventsOf(story), readRules(story.calendars, story.policies, story.businessCalendar));
  if (fold === null) throw new Error('The story has no event');
  return { ...factsOfTicket(fold) } as Readonly<Record<string, readonly Fields[]>>;
}

const folder = import.meta.dirname;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const stories: readonly Story[] = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  describe(file.replace('.json', ''), () => {
    test.each(stories)('$rule ($id)', (story) => {
      const { clocks, facts, error } = story.expect;
      if (error !== undefined) {
        expect(JSON.parse(replayBatchLine(JSON.stringify(story)))).toMatchObject({
          id: story.id,
          error: { code: error },
        });
      }
      if (clocks !== undefined) {
        const replayed = replay({ ...story, now: parseInstant(story.now) as number });
        expect(
          pickAll(
            replayed.clocks.map((clock) => ({ ...clockToJson(clock) })),
            clocks,
          ),
        ).toEqual(clocks);
      }
      if (facts === undefined) return;
      const actual = factsOf(story);
      for (const [table, rows] of Object.entries(facts)) {
        expect({ table, rows: pickAll(actual[table] ?? [], rows) }).toEqual({ table, rows });
      }
    });
  });
}
