import type { i18n as Texts } from 'i18next';
import type { Report } from '#domain/report/report.ts';
import { type FieldCondition, isSound, readConditions } from '../question/conditions.ts';
import type { Search } from '../question/filters.ts';
import { addDays } from '../question/period.ts';
import type { ReportState } from '../question/report-state.ts';
import type { Words } from './create-words.ts';

/** What a report shows, as one sentence in the reader's language: figures, groups, period, filters, comparison. */
export function describeQuestion(
  report: Pick<Report, 'kpis'>,
  state: ReportState,
  search: Search,
  words: Words,
  texts: Texts,
): string {
  const { t } = texts;
  const { format } = words;
  const { by, every, period, top, compare, time } = state;
  const figures = format.enumeration(report.kpis.map((ref) => inSentence(words.figure(ref))));
  const groups = by.map((id) => t('compose.by', { dimension: uncapital(words.dimension(id)) }));
  const range = format.range(period.from, addDays(period.to, -1));
  const isTimed = report.kpis.some((ref) => words.kpiOf(ref)?.unit === 'seconds');
  const filters = readConditions(search)
    .filter(isSound)
    .map((condition) => describeCondition(condition, words, texts));
  const parts = [
    groups.length === 0 ? figures : `${figures} ${format.enumeration(groups)}`,
    top === null || groups.length === 0 ? null : t('compose.top', { n: format.count(top) }),
    every === null ? t('compose.over', { range }) : t(`compose.every.${every}`, { range }),
    filters.length === 0 ? null : t('compose.where', { filters: format.enumeration(filters) }),
    compare === null ? null : t(`compose.compared.${compare}`),
    isTimed ? t(`compose.time.${time}`) : null,
  ];
  return t('compose.sentence', { parts: parts.filter((part) => part !== null).join(t('compose.comma')) });
}

function describeCondition({ field, kind, values }: FieldCondition, words: Words, texts: Texts): string {
  const { t } = texts;
  const dimension = uncapital(words.dimension(field));
  const named = values.map((value) => (kind === 'is' || kind === 'not' ? words.names(field, value) : (value ?? '')));
  if (kind === 'set') return t(values[0] === 'no' ? 'compose.filter.unset' : 'compose.filter.set', { dimension });
  return t(`compose.filter.${kind}`, { dimension, values: words.format.list(named) });
}

/** `First reply time, median` is `first reply time (median)` among others. */
function inSentence(figure: string): string {
  const sign = / [÷−] /.exec(figure)?.[0];
  if (sign !== undefined) return figure.split(sign).map(inSentence).join(sign);
  const [name = '', ...more] = figure.split(', ');
  return more.length === 0 ? uncapital(name) : `${uncapital(name)} (${more.join(', ')})`;
}

/** Within a sentence a name loses its capital, unless it is written in capitals. */
function uncapital(text: string): string {
  return /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
