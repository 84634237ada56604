import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clock } from '#domain/sla/clock.ts';
import { forecast } from '#domain/sla/forecast.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import type { Event } from '#domain/ticket/event.ts';
import { explainTicket } from '#domain/ticket/explain-ticket.ts';
import { factsOfTicket } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket, type TicketFold } from '#domain/ticket/fold-ticket.ts';
import { beganAt, changingRules, steadyRules, stories } from './arbitrary-story.ts';

const minuteMs = 60_000;
const instants = fc.integer({ min: 0, max: 9000 }).map((minute) => beganAt + minute * minuteMs);

function fold(events: readonly Event[], rules: FoldRules, asOf?: number): TicketFold {
  const folded = foldTicket(events, rules, asOf);
  if (folded === null) throw new Error('A story always begins');
  return folded;
}

function told(events: readonly Event[], rules: FoldRules, asOf?: number): unknown {
  const folded = fold(events, rules, asOf);
  return { clocks: folded.clocks, facts: factsOfTicket(folded) };
}

const shuffled = stories.chain((events) =>
  fc
    .tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events))
    .map(([permuted, again]) => ({ events, sent: [...permuted, ...structuredClone(again)] })),
);

test('any permutation and any duplication of the events gives the same clocks and facts', () => {
  fc.assert(
    fc.property(shuffled, instants, ({ events, sent }, now) => {
      expect(told(sent, changingRules, now)).toEqual(told(events, changingRules, now));
    }),
    { numRuns: 300 },
  );
});

test('folding a prefix first leaves no trace: then folding all gives the same', () => {
  fc.assert(
    fc.property(stories, fc.nat(14), (events, n) => {
      const before = told(events, changingRules);
      told(events.slice(0, n + 1), changingRules);
      expect(told(events, changingRules)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test('events after an instant do not count for it', () => {
  fc.assert(
    fc.property(stories, instants, (events, now) => {
      const known = events.filter(({ at }) => at <= now);
      expect(told(events, changingRules, now)).toEqual(told(known, changingRules, now));
    }),
    { numRuns: 200 },
  );
});

function checkClock(clock: Clock): void {
  const booked = clock.bookings.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(booked).toBe(clock.elapsedSeconds);
  expect(clock.remainingSeconds).toBe(clock.targetSeconds - clock.elapsedSeconds);
  expect(clock.status === 'breached').toBe(clock.breachedAt !== null);
  expect(clock.breachedAt === null).toBe(clock.holderAtBreach === null);
  if (clock.status === 'breached') expect(clock.elapsedSeconds).toBeGreaterThanOrEqual(clock.targetSeconds);
  else expect(clock.elapsedSeconds).toBeLessThanOrEqual(clock.targetSeconds);
  if (clock.status === 'running' || clock.status === 'paused') expect(clock.stoppedAt).toBeNull();
  if (clock.status === 'met' || clock.status === 'cancelled') expect(clock.stoppedAt).not.toBeNull();
  if (clock.stoppedAt !== null) expect(clock.stoppedAt).toBeGreaterThanOrEqual(clock.startedAt);
  if (clock.breachedAt !== null) expect(clock.breachedAt).toBeGreaterThanOrEqual(clock.dueAt as number);
  if (clock.status === 'paused') expect(clock.dueAt).toBeNull();
  for (const { at } of clock.warnings) expect(at).toBeGreaterThanOrEqual(clock.startedAt);
  for (const { from, to } of clock.pauses) if (to !== null) expect(to).toBeGreaterThanOrEqual(from);
}

test('bookings add up to the elapsed time, and verdicts agree with it', () => {
  fc.assert(
    fc.property(stories, instants, (events, now) => {
      for (const clock of fold(events, changingRules, now).clocks) checkClock(clock);
    }),
    { numRuns: 500 },
  );
});

test('under terms that never change a breach is at the due instant, whenever it is noticed', () => {
  fc.assert(
    fc.property(stories, instants, (events, now) => {
      for (const { breachedAt, dueAt } of fold(events, steadyRules, now).clocks) {
        if (breachedAt !== null) expect(breachedAt).toBe(dueAt);
      }
    }),
    { numRuns: 300 },
  );
});

/** The minutes of a clock that count, one by one: open, and in a status in which it does not stand still. */
function countMinutes({ story, asOf, rules }: TicketFold, clock: Clock): number {
  const target = rules.kinds[0]?.families[0]?.versions[0]?.targets.find(({ id }) => id === clock.target);
  if (target === undefined) throw new Error('Every clock has its target');
  const end = clock.stoppedAt ?? asOf;
  let minutes = 0;
  for (let at = clock.startedAt; at < end; at += minuteMs) {
    const span = story.spans.findLast((candidate) => candidate.at <= at);
    if (span !== undefined && (span.bit & target.stillBits) === 0 && target.calendar.isOpen(at)) minutes++;
  }
  return minutes;
}

test('the elapsed time is what counting minute by minute gives', () => {
  fc.assert(
    fc.property(stories, instants, (events, now) => {
      const folded = fold(events, steadyRules, now);
      for (const clock of folded.clocks) expect(clock.elapsedSeconds).toBe(countMinutes(folded, clock) * 60);
    }),
    { numRuns: 100 },
  );
});

test('what a clock forecasts comes true when nothing happens', () => {
  fc.assert(
    fc.property(stories, (events) => {
      const { clocks, asOf } = fold(events, steadyRules);
      for (const clock of clocks) {
        const next = forecast(clock, asOf);
        if (next === null) continue;
        const same = ({ target, cycle }: Clock) => target === clock.target && cycle === clock.cycle;
        const justBefore = fold(events, steadyRules, next.at - 1).clocks.find(same);
        const muchLater = fold(events, steadyRules, next.at + 14 * 86_400_000).clocks.find(same);
        if (next.kind === 'breach') {
          expect(justBefore?.status).toBe('running');
          expect(muchLater).toMatchObject({ status: 'breached', breachedAt: clock.dueAt });
        } else {
          expect(justBefore?.warnings.some(({ at }) => at >= next.at)).toBe(false);
          expect(muchLater?.warnings.some(({ at }) => at === next.at)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the proof of a clock covers its whole life and adds up to its elapsed time', () => {
  fc.assert(
    fc.property(stories, instants, (events, now) => {
      for (const { clock, spans, calendarVersions } of explainTicket(events, changingRules, now)?.clocks ?? []) {
        expect(spans.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(clock.elapsedSeconds);
        const ends = spans.map(({ to }) => to);
        expect(spans.map(({ from }) => from)).toEqual(
          spans.length === 0 ? [] : [clock.startedAt, ...ends.slice(0, -1)],
        );
        if (spans.length > 0) expect(ends.at(-1)).toBe(clock.stoppedAt ?? now);
        expect(calendarVersions.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
