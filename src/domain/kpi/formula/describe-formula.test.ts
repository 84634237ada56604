import { expect, test } from 'vitest';
import { type FactTableName, factTables } from '../facts/index.ts';
import { ticketDimensions } from '../facts/ticket-dimensions.ts';
import { kpis } from '../index.ts';
import { parseKpiRef, resolveKpi, statisticsOf } from '../resolve-kpi.ts';
import { describeFormula } from './describe-formula.ts';

const formulaOf = (ref: string, time: 'business' | 'calendar' = 'calendar') =>
  describeFormula(resolveKpi(parseKpiRef(ref), null, time));

const columns = new Set(
  [
    ...Object.keys(ticketDimensions),
    ...Object.keys(factTables).flatMap((name) => Object.keys(factTables[name as FactTableName].columns)),
  ].filter((name) => /[A-Z]/.test(name)),
);

test('a formula says what is counted, of what, under which condition', () => {
  expect(formulaOf('tickets-created')).toEqual({ en: 'number of tickets', fr: 'nombre de tickets' });
  expect(formulaOf('sla-compliance')).toEqual({
    en: 'number of clocks [met] ÷ number of clocks [met or breached (overdue ones too)]',
    fr: 'nombre de délais [respecté] ÷ nombre de délais [respecté ou dépassé (ou échu)]',
  });
  expect(formulaOf('csat').fr).toBe('nombre d’enquêtes [note sur 5 > 3] ÷ nombre d’enquêtes [note connue]');
});

test('a formula names the statistic and the kind of time', () => {
  expect(formulaOf('first-reply-time:p90', 'business').en).toBe(
    '90th percentile (first reply time in business time) over tickets',
  );
  expect(formulaOf('first-reply-time:within-2700').fr).toBe(
    'nombre de tickets [délai de première réponse ≤ 45 minutes] ÷ nombre de tickets [délai de première réponse connu]',
  );
});

test.each(kpis.map((kpi) => [kpi.id, kpi] as const))(
  'the formula of %s is in words in both languages, never in columns',
  (_, kpi) => {
    for (const [id, variant] of Object.entries(kpi.variants)) {
      for (const statistic of statisticsOf(kpi, variant)) {
        const { en, fr } = formulaOf(`${kpi.id}.${id}:${statistic.replace('<seconds>', '3600')}`);
        for (const text of [en, fr]) {
          expect(text.length).toBeGreaterThan(5);
          expect(text.match(/\w+/g)?.filter((word) => columns.has(word))).toEqual([]);
          expect(text).not.toMatch(/\bde [aeiouéh]|\(\)|\[\]/);
        }
      }
    }
  },
);
