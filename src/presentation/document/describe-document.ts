import type { Report } from '#domain/report/report.ts';
import type { Texts } from '../i18n/catalogue.ts';
import type { Asking } from '../question/asking.ts';
import { filterOf } from '../question/filters.ts';
import { addDays } from '../question/period.ts';
import type { Plan, Shown } from '../report/plan-report.ts';
import type { Labels } from '../words/create-names.ts';
import type { Words } from '../words/create-words.ts';
import { type Definition, type Line, tellDefinitions } from './definitions.ts';
import { type FileTable, fileTableOf } from './file-table.ts';
import { sayFilter } from './say-filter.ts';
import { tellStanding } from './standing.ts';

/** A report as it leaves Vigie in a file or a mail: all that the screen shows of it, and what it rests on. */
export interface Document {
  readonly title: string;
  readonly question: string;
  /** The dates it is about, first and last day. */
  readonly period: string;
  readonly table: FileTable;
  /** Whether there is any figure: without one there is nothing to say. */
  readonly empty: boolean;
  readonly standing: readonly string[];
  readonly about: readonly Line[];
  readonly howToUse: string;
  readonly definitions: readonly Definition[];
}

export interface Described {
  readonly asking: Asking;
  readonly plan: Plan;
  readonly shown: Shown;
  /** The order the reader chose; undefined: the report's own. */
  readonly sort?: string | undefined;
  readonly workspace: string;
  readonly madeAt: string;
  /** Names of the values that filters mention. */
  readonly labels?: Labels;
  readonly attributions: readonly string[];
}

export function describeDocument(given: Described, words: Words, texts: Texts): Document {
  const { asking, plan, shown } = given;
  const { report } = asking;
  const { format } = words;
  const sort = given.sort ?? shown.sort;
  const table = fileTableOf(shown.model, { frame: plan.frame, sort, words, texts });
  const lines = table.total === null ? table.rows : [...table.rows, table.total];
  return {
    title: format.text(report.title),
    question: format.text(report.question),
    period: tellPeriod(plan.frame.period, words),
    table,
    empty: lines.every((cells) => cells.every(({ value }, place) => saysNothing(value, table.columns[place]))),
    standing: tellStanding(shown.standing, format, texts),
    about: tellAbout(given, words, texts),
    howToUse: format.text(report.about),
    definitions: tellDefinitions(shown.standing, words, texts),
  };
}

function saysNothing(value: string | number | null, column: FileTable['columns'][number] | undefined): boolean {
  return column?.numeric !== true || value === null || (value === 0 && column.unit === 'count');
}

const tellPeriod = ({ from, to }: { from: string; to: string }, { format }: Words): string =>
  format.range(from.slice(0, 10), addDays(to.slice(0, 10), -1));

/** What was asked and of what, in words: the head of every file. */
function tellAbout(given: Described, words: Words, texts: Texts): readonly Line[] {
  const { asking, plan, shown, labels } = given;
  const { report, state } = asking;
  const { format } = words;
  const { t } = texts;
  const { meta } = shown.standing;
  const filter = filterOf(report.filter, asking.filter);
  const lines: (Line | null)[] = [
    { name: t('file.report'), value: format.text(report.title) },
    { name: t('file.question'), value: format.text(report.question) },
    { name: t('file.workspace'), value: given.workspace },
    { name: t('file.period'), value: tellPeriod(plan.frame.period, words) },
    state.compare === null
      ? null
      : { name: t('file.compared'), value: t(`period.${state.compare === 'year' ? 'year' : 'previous'}`) },
    plan.by.length === 0
      ? null
      : { name: t('file.groups'), value: plan.by.map((id) => words.dimension(id)).join(' · ') },
    state.every === null ? null : { name: t('file.every'), value: t(`vocabulary.every.${state.every}`) },
    { name: t('file.time'), value: t(state.time === 'business' ? 'report.business' : 'report.calendar') },
    {
      name: t('file.filters'),
      value: filter === null ? t('file.noFilter') : sayFilter(filter, words, texts, labels ?? meta.labels),
    },
    { name: t('file.standing'), value: tellStanding(shown.standing, format, texts).join(' · ') },
    { name: t('file.made'), value: format.instant(given.madeAt, meta.timeZone) },
    given.attributions.length === 0 ? null : { name: t('file.sources'), value: given.attributions.join(' ') },
  ];
  return lines.filter((line) => line !== null);
}

/** What a report is called in the name of a file: `sla-by-agent-2016-02-01-2016-02-29`. */
export function fileNameOf({ id }: Pick<Report, 'id'>, { frame: { period } }: Plan): string {
  return `${id}-${period.from.slice(0, 10)}-${addDays(period.to.slice(0, 10), -1)}`;
}
