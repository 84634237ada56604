import { expect, test } from 'vitest';
import { VigieError } from '../error.ts';
import { describeFormula } from './formula/describe-formula.ts';
import { resolveFigure } from './resolve-figure.ts';
import { splitRefs } from './split-refs.ts';

const figureOf = (ref: string, defaults = {}) => resolveFigure(ref, { basis: null, time: 'calendar', defaults });

function codeOf(ref: string): string {
  try {
    figureOf(ref);
    return 'none';
  } catch (error) {
    if (error instanceof VigieError) return error.code;
    throw error;
  }
}

test('a ratio divides two counts of the period, each dated by its own instant', () => {
  const { measure, unit, sample, statistic } = figureOf('ratio(sla-breaches,tickets-created)');
  expect(measure).toMatchObject({ kind: 'combine', op: 'divide' });
  expect(unit).toBe('number');
  expect(statistic).toBeNull();
  expect(sample.source.table).toBe('tickets');
});

test('a ratio of counts of the same rows is a share', () => {
  expect(figureOf('ratio(sla-breaches,sla-compliance.decided)').unit).toBe('share');
});

test('a difference keeps the unit of its figures', () => {
  expect(figureOf('difference(first-reply-time:p90,first-reply-time:median)').unit).toBe('seconds');
  expect(figureOf('difference(tickets-created,tickets-solved)').unit).toBe('count');
});

test('a total divided by a count keeps the unit of the total', () => {
  expect(figureOf('ratio(availability.online,tickets-solved)').unit).toBe('seconds');
});

test.each([
  'ratio(first-reply-time:median,full-resolution-time:median)',
  'difference(csat,sla-compliance)',
  'ratio(backlog,tickets-created)',
  'ratio(first-reply-time:mean,tickets-created)',
])('%s is refused: its figures are of different rows', (ref) => {
  expect(codeOf(ref)).toBe('kpi.formula-mixes-populations');
});

test.each(['difference(availability.online,tickets-solved)', 'ratio(first-reply-time:n,first-reply-time:median)'])(
  '%s is refused: its units do not go together',
  (ref) => {
    expect(codeOf(ref)).toBe('kpi.formula-mixes-units');
  },
);

test.each(['ratio(csat)', 'ratio(a,b,c)', 'product(csat,csat)', 'ratio(ratio(csat,csat),csat)', 'csat)'])(
  '%s is refused: it is no formula',
  (ref) => {
    expect(codeOf(ref)).toBe('kpi.bad-formula');
  },
);

test('a formula within a list keeps its comma', () => {
  expect(splitRefs('csat, ratio(sla-breaches, tickets-created),nps')).toEqual([
    'csat',
    'ratio(sla-breaches, tickets-created)',
    'nps',
  ]);
});

test('the text of a formula is that of its figures', () => {
  expect(describeFormula(figureOf('ratio(sla-breaches,tickets-created)')).en).toBe(
    'number of clocks [neither merged nor deleted and breached (overdue ones too)] ÷ number of tickets [neither merged nor deleted]',
  );
});

test('where no variant is named, the default of the workspace is meant, then that of the registry', () => {
  const defaults = { 'sla-compliance': 'adjusted', csat: 'gone' };
  expect(figureOf('sla-compliance', defaults)).toMatchObject({ variantId: 'adjusted', variantFrom: 'workspace' });
  expect(figureOf('sla-compliance.raw', defaults)).toMatchObject({ variantId: 'raw', variantFrom: 'question' });
  expect(figureOf('csat', defaults)).toMatchObject({ variantId: 'standard', variantFrom: 'registry' });
});
