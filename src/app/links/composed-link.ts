import { reportOverrides } from '#contract/schemas/query.ts';
import { VigieError } from '#domain/error.ts';
import { figuresOf, periodOf } from '#domain/report/answer-question.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { Picture, Report } from '#domain/report/report.ts';
import { readComposed } from '#presentation/question/composed-report.ts';

type Query = Readonly<Record<string, string>>;

/** What a link to a composed report keeps of it: its question, and how it is drawn. */
export function queryOfComposed(query: Query, picture: Picture): Query {
  return { ...query, picture };
}

/** The report that a link keeps, of the figures of its question. */
export function composedOfLink(query: Query): Report {
  const { report } = readComposed(query);
  const about = {
    en: 'Put together from figures of the registry, and shown with the settings it had when it was shared.',
    fr: 'Composé de chiffres du registre, et montré avec les réglages qu’il avait lors du partage.',
  };
  return { ...report, about };
}

/** Throws where the question cannot be asked, so that no link is made that shows nothing but an error. */
export function checkComposed(query: Query): void {
  const { kpis = [], by = [], from, to, time, basis = null, timeZone = 'UTC' } = reportOverrides.parse(query);
  if (kpis.length === 0) throw new VigieError('query.no-kpi', {}, { path: 'query.kpis' });
  const period = { from: from ?? '2000-01-01', to: to ?? '2100-01-01' };
  figuresOf({ kpis, ...period, basis, ...(time === undefined ? {} : { time }) });
  for (const id of by) getDimension(id, 'query.by');
  periodOf({ kpis, ...period }, timeZone);
}
