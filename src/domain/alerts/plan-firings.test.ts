import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlertReading, AlertRule } from './alert.ts';
import { planFirings } from './plan-firings.ts';

const rule: AlertRule = {
  kpi: 'sla-compliance',
  filter: null,
  time: 'calendar',
  windowHours: 168,
  by: 'agent',
  leastN: 10,
  keepFiringMinutes: 0,
  condition: { kind: 'threshold', side: 'below', line: 0.9 },
};

const reading = (value: string, figure: number | null, n = 20): AlertReading => ({ value, figure, n, usual: null });

const plan = (open: readonly string[], readings: readonly AlertReading[], asked = rule, empty: 0 | null = null) =>
  planFirings(asked, { now: 0, open: new Map(open.map((value) => [value, null])), readings, empty });

const nothing = { begun: [], ended: [], returned: [], relapsed: [] };

test('a figure beyond the line begins a firing, one on the line does not', () => {
  const { begun } = plan([], [reading('ada', 0.89), reading('bo', 0.9), reading('cy', 0.95)]);
  expect(begun.map(({ value }) => value)).toEqual(['ada']);
});

test('a firing that is open is not begun again, and ends once its figure is back on the line', () => {
  expect(plan(['ada'], [reading('ada', 0.85)])).toEqual(nothing);
  expect(plan(['ada'], [reading('ada', 0.9)]).ended).toMatchObject([{ reading: { value: 'ada' }, end: 'back' }]);
});

test('a figure of too few rows neither begins nor ends a firing', () => {
  expect(plan([], [reading('ada', 0, 9)])).toEqual(nothing);
  expect(plan(['ada'], [reading('ada', 1, 9)])).toEqual(nothing);
});

test('a firing whose figure has gone ends without being back', () => {
  expect(plan(['ada'], [reading('ada', null, 0)]).ended).toMatchObject([{ end: 'no-data' }]);
  expect(plan(['ada'], []).ended).toMatchObject([{ reading: { value: 'ada', figure: null }, end: 'no-data' }]);
});

test('an open value that is not counted any more has a count of 0', () => {
  const above: AlertRule = { ...rule, leastN: 0, condition: { kind: 'threshold', side: 'above', line: 5 } };
  expect(plan(['ada'], [], above, 0).ended).toMatchObject([{ reading: { figure: 0 }, end: 'back' }]);
  const below: AlertRule = { ...above, condition: { kind: 'threshold', side: 'below', line: 5 } };
  expect(plan(['ada'], [], below, 0)).toEqual(nothing);
});

test('a figure outside its usual band begins a firing on the side that is watched', () => {
  const usual = { median: 10, low: 8, high: 12, windows: 8 };
  const of = (side: 'above' | 'below' | 'either', figure: number) => {
    const unusual: AlertRule = { ...rule, condition: { kind: 'unusual', side, width: 3 } };
    return plan([], [{ value: 'ada', figure, n: 20, usual }], unusual).begun.length;
  };
  expect([of('either', 13), of('either', 7), of('either', 12)]).toEqual([1, 1, 0]);
  expect([of('above', 13), of('above', 7), of('below', 13), of('below', 7)]).toEqual([1, 0, 0, 1]);
});

test('nothing is unusual where nobody knows what is usual', () => {
  const unusual: AlertRule = { ...rule, condition: { kind: 'unusual', side: 'either', width: 3 } };
  expect(plan([], [reading('ada', 0)], unusual).begun).toEqual([]);
});

test('a firing that is kept ends once its figure has been back for long enough', () => {
  const kept: AlertRule = { ...rule, keepFiringMinutes: 15 };
  const at = (minute: number, backSince: number | null, figure: number | null) =>
    planFirings(kept, {
      ...{ now: minute * 60_000, empty: null },
      open: new Map([['ada', backSince === null ? null : backSince * 60_000]]),
      readings: [reading('ada', figure)],
    });
  expect(at(10, null, 0.95)).toEqual({ ...nothing, returned: ['ada'] });
  expect(at(24, 10, 0.95)).toEqual(nothing);
  expect(at(25, 10, 0.95).ended).toMatchObject([{ end: 'back' }]);
  expect(at(25, 10, null).ended).toMatchObject([{ end: 'no-data' }]);
  expect(at(20, 10, 0.5)).toEqual({ ...nothing, relapsed: ['ada'] });
});

test('however a figure moves around its line, what is kept is told no more often, and never both ways at once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0.5, 0.95, null)), fc.nat({ max: 5 }), (figures, keepFiringMinutes) => {
      const count = (keep: number) => {
        let open = new Map<string, number | null>();
        let begun = 0;
        for (const [minute, figure] of figures.entries()) {
          const now = minute * 60_000;
          const asked = { now, open, readings: [reading('ada', figure)], empty: null };
          const planned = planFirings({ ...rule, keepFiringMinutes: keep }, asked);
          const touched = [...planned.begun, ...planned.ended.map((end) => end.reading)].map(({ value }) => value);
          expect(touched.length + planned.returned.length + planned.relapsed.length).toBeLessThanOrEqual(1);
          begun += planned.begun.length;
          if (planned.begun.length > 0 || planned.relapsed.length > 0) open = new Map([['ada', null]]);
          if (planned.returned.length > 0) open = new Map([['ada', now]]);
          if (planned.ended.length > 0) open = new Map();
        }
        return begun;
      };
      expect(count(keepFiringMinutes)).toBeLessThanOrEqual(count(0));
    }),
  );
});
