import { expect, test } from 'vitest';
import { describeKpi } from '#contract/describe-kpi.ts';
import { kpis } from '#domain/kpi/index.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import { texts } from '../i18n/texts.ts';
import { createWords } from './create-words.ts';

const source = { kpis: kpis.map((kpi) => describeKpi(kpi, {})), dimensions: [], opens: () => false };
const wordsIn = (language: 'en' | 'fr') => createWords(texts[language], source);
/** Letters that a head of a table has room for, on two lines of 190 pixels at most. */
const ROOM = 30;

test.each(['en', 'fr'] as const)(
  'every figure of the catalogue has a name that a head of a table has room for: %s',
  (language) => {
    const words = wordsIn(language);
    const refs = [...new Set(reports.flatMap((report) => report.kpis))];
    expect(refs.map(words.short).filter((name) => name.length > ROOM)).toEqual([]);
  },
);

test('two figures of one report are never called the same in short', () => {
  for (const { id, kpis: refs } of reports) {
    for (const language of ['en', 'fr'] as const) {
      const names = refs.map(wordsIn(language).short);
      expect([id, names.filter((name, place) => names.indexOf(name) !== place)]).toEqual([id, []]);
    }
  }
});

test('a short name keeps the statistic, and that of a formula is of short names', () => {
  const { figure, short } = wordsIn('en');
  expect(figure('target-used.elapsed:median')).toBe('Share of target used, time taken, median');
  expect(short('target-used.elapsed:median')).toBe('Time taken, median');
  expect(short('tickets-created')).toBe(figure('tickets-created'));
  expect(short('ratio(sla-breaches,tickets-created)')).toBe('Breaches ÷ Tickets created');
  expect(short('first-reply-time:n')).toBe('n');
});
