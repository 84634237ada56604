import { findLabels } from '#analytics/find-labels.ts';
import type { Language } from '#domain/error.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { type Document, describeDocument, fileNameOf } from '#presentation/document/describe-document.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { DurationClass } from '#presentation/pictures/histogram.ts';
import { planSpread, type SpreadPlan } from '#presentation/pictures/spread.ts';
import type { Asking } from '#presentation/question/asking.ts';
import { filterOf } from '#presentation/question/filters.ts';
import type { Asked } from '#presentation/question/report-state.ts';
import { sourceVerdict, substitutes } from '#presentation/report/plan-matrix.ts';
import { type Knowledge, type Plan, planReport, type Shown } from '#presentation/report/plan-report.ts';
import { createWords, isOfTickets, type Words } from '#presentation/words/create-words.ts';
import { listSources } from '#records/sources.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { listKpis } from '../definitions/list-kpis.ts';
import { listDimensionValues } from '../reports/list-dimension-values.ts';
import { listDimensions } from '../reports/list-dimensions.ts';

export interface PrepareRequest {
  readonly asking: Asking;
  readonly language: Language;
  /** The column by which the rows go, `-` before it from large to small; else the report's own order. */
  readonly sort?: string | undefined;
  /** Answers a question as whoever asks may see it. */
  readonly answer: (question: Asked) => Promise<QueryResult>;
}

interface Spread extends Pick<SpreadPlan, 'duration' | 'target'> {
  readonly classes: readonly DurationClass[];
}

/** A report with its figures, ready to be written into a file of any format. */
export interface Prepared {
  readonly document: Document;
  readonly asking: Asking;
  readonly plan: Plan;
  readonly shown: Shown;
  readonly words: Words;
  readonly language: Language;
  /** The order of its rows: what the reader chose, else that of the report; null is that of the answer. */
  readonly sort: string | null;
  /** How its durations spread; null where the screen does not show it. */
  readonly spread: Spread | null;
  /** Without its ending. */
  readonly fileName: string;
}

/** Asks what the screen asks, and makes of the answers what the screen makes of them. */
export async function prepareReport(app: App, request: PrepareRequest): Promise<Prepared> {
  const { asking, language, sort, answer } = request;
  const kpis = await listKpis(app);
  const dimensions = await listDimensions(app);
  const telling = asking.report.picture === 'matrix' && !asking.chosen ? await tellingOf(app) : [];
  const judged = dimensions.some(({ id }) => id === sourceVerdict);
  const knowledge: Knowledge = { kpis, judged, telling };
  const plan = planReport(asking, knowledge);
  const words = createWords(texts[language], { kpis, dimensions, opens: isOfTickets });
  const wanted = planSpread(plan, kpis);
  const [answers, spread] = await Promise.all([
    Promise.all(plan.questions.map(answer)),
    wanted === null ? null : answer(wanted.question).then((found) => spreadOf(wanted, found)),
  ]);
  return finishReport(app, { asking, plan, answers, sort, words, language, spread });
}

function spreadOf({ duration, target, classesIn }: SpreadPlan, answer: QueryResult): Spread | null {
  const classes = classesIn(answer);
  return classes === null ? null : { duration, target, classes };
}

export interface Answered extends Pick<Prepared, 'asking' | 'plan' | 'words' | 'language' | 'spread'> {
  readonly answers: readonly QueryResult[];
  readonly sort?: string | undefined;
}

/** Makes of the answers of a report what the screen makes of them. */
export async function finishReport(app: App, answered: Answered): Promise<Prepared> {
  const { asking, plan, answers, sort, words, language, spread } = answered;
  const shown = plan.show(answers, words);
  if (shown === null) throw new Error(`The plan of ${asking.report.id} asks fewer questions than it shows.`);
  const [workspace, sources, labels] = await Promise.all([
    getWorkspace(app.records, app.workspace),
    listSources(app.records, app.workspace),
    labelsOf(app, filterOf(asking.report.filter, asking.filter)),
  ]);
  const attributions = sources.flatMap(({ attribution }) =>
    attribution === null ? [] : [words.format.text(attribution)],
  );
  const madeAt = new Date(app.now()).toISOString();
  const described = { asking, plan, shown, sort, workspace: workspace.name, madeAt, labels, attributions };
  const document = describeDocument(described, words, texts[language]);
  const fileName = fileNameOf(asking.report, plan);
  return { document, asking, plan, shown, words, language, sort: sort ?? shown.sort, spread, fileName };
}

/** Dimensions that tell rows apart in this data: two named values or more. */
async function tellingOf(app: App): Promise<string[]> {
  const found = await Promise.all(
    substitutes.map(async (id) => {
      const { items } = await listDimensionValues(app, id, { limit: 3 });
      return items.filter(({ value }) => value !== null).length >= 2 ? [id] : [];
    }),
  );
  return found.flat();
}

/** The names of people that a filter mentions by id. */
async function labelsOf(app: App, filter: Filter | null) {
  const wanted = conditionsOf(filter).flatMap(({ field, value }) => {
    const { named } = getDimension(field);
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => id !== null && id !== undefined).map(String);
    return named === undefined ? [] : [{ dimension: field, kind: named, ids }];
  });
  return findLabels(app.analytics, app.workspace, wanted);
}

function conditionsOf(filter: Filter | null): { field: string; value?: unknown }[] {
  if (filter === null) return [];
  if ('all' in filter) return filter.all.flatMap(conditionsOf);
  if ('any' in filter) return filter.any.flatMap(conditionsOf);
  return 'not' in filter ? conditionsOf(filter.not) : [filter];
}
