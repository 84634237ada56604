import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { describeKpi } from '#contract/describe-kpi.ts';
import { kpis } from '#domain/kpi/index.ts';
import { dimensions } from '#domain/report/dimensions.ts';
import { catalogue as en } from '../i18n/en/index.ts';
import { catalogue as fr } from '../i18n/fr/index.ts';
import { readComposed } from '../question/composed-report.ts';
import { readReportState } from '../question/report-state.ts';
import { createWords, isOfTickets } from './create-words.ts';
import { describeQuestion } from './describe-question.ts';
import { adviceFor } from './picture-advice.ts';

const context = { today: '2026-11-26', first: '2025-01-01', last: '2025-12-31' };
const search = {
  kpis: 'first-reply-time:median,ratio(sla-breaches,tickets-created)',
  picture: 'columns',
  by: 'channel,team',
  period: '2025-01-01..2025-04-01',
  'f.channel': 'email,chat',
  'f-not.team': 'Retours',
  compare: 'year',
  top: '5',
};

async function wordsIn(language: 'en' | 'fr') {
  const texts = createInstance();
  const resources = { en: { translation: en }, fr: { translation: fr } };
  await texts.init({ lng: language, resources, interpolation: { escapeValue: false } });
  const source = { kpis: kpis.map((kpi) => describeKpi(kpi, {})), dimensions, opens: isOfTickets };
  return { texts, words: createWords(texts, source) };
}

async function sentenceIn(language: 'en' | 'fr'): Promise<string> {
  const { texts, words } = await wordsIn(language);
  const { report } = readComposed(search);
  const told = describeQuestion(report, readReportState(report, search, context), search, words, texts);
  return told.replaceAll(/[\u202f\u2009\u00a0]/g, ' ');
}

test('a question is one sentence in English', async () => {
  expect(await sentenceIn('en')).toBe(
    'This shows first reply time (median) and SLA breaches ÷ tickets created by channel and by team, only the 5 largest, over the whole of 1 Jan – 31 Mar 2025, only where channel is E-mail or Chat and team is not Retours, compared with the year before, in business hours.',
  );
});

test('a question is one sentence in French', async () => {
  expect(await sentenceIn('fr')).toBe(
    'Ce rapport montre : délai de première réponse (médiane) et dépassements de SLA ÷ tickets créés par canal et par équipe, les 5 plus grands groupes seulement, sur toute la période (1 janv. – 31 mars 2025), seulement si l’axe « canal » vaut E-mail ou Chat et l’axe « équipe » ne vaut pas Retours, avec l’année précédente en comparaison, en heures ouvrées.',
  );
});

test('figures that cannot be asked for are left out and told apart', () => {
  const { report, wrong } = readComposed({ kpis: 'csat,nope,ratio(csat,backlog)' });
  expect(report.kpis).toEqual(['csat']);
  expect(wrong.map(({ error }) => error.code)).toEqual(['kpi.unknown', 'kpi.formula-mixes-populations']);
});

test('a picture that does not fit the question says what it wants', async () => {
  const { words } = await wordsIn('en');
  const totals = { by: [], every: null };
  expect(adviceFor('trend', ['csat'], totals, words)).toBe('wants-time');
  expect(adviceFor('columns', ['csat'], totals, words)).toBe('wants-group');
  expect(adviceFor('gauge', ['tickets-created'], totals, words)).toBe('wants-scale');
  expect(adviceFor('gauge', ['csat'], totals, words)).toBeNull();
  expect(adviceFor('heatmap', ['csat'], { by: ['weekday', 'hour'], every: null }, words)).toBeNull();
});
