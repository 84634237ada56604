import { VigieError } from '../error.ts';
import { figuresOf, periodOf } from './answer-question.ts';
import { getDimension } from './dimension.ts';
import { fieldsOfFilter } from './match-filter.ts';
import { parseFilter } from './parse-filter.ts';
import type { Basis, Every, ReportQuery, TimeKind } from './query.ts';

export const everies: readonly Every[] = ['day', 'week', 'month', 'quarter', 'year'];
export const bases: readonly Basis[] = ['created', 'solved', 'replied', 'decided', 'answered'];
export const timeKinds: readonly TimeKind[] = ['business', 'calendar'];
const comparisons = ['previous', 'year'] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a question in its JSON form, everything in it found: KPIs, dimensions, basis, period, filter. Throws the error
 * that names the first thing wrong and its JSON path. `timeZone` is the zone of a question that names none.
 */
export function parseQuery(input: unknown, timeZone = 'UTC'): ReportQuery {
  const fields = asFields(input);
  const query: ReportQuery = {
    kpis: texts(fields.kpis, 'kpis'),
    by: fields.by === undefined ? [] : texts(fields.by, 'by'),
    every: optional(fields, 'every', everies),
    from: text(fields.from, 'from'),
    to: text(fields.to, 'to'),
    ...(fields.timeZone !== undefined && { timeZone: text(fields.timeZone, 'timeZone') }),
    filter: fields.filter === undefined || fields.filter === null ? null : parseFilter(fields.filter, '$.filter'),
    basis: parseBasis(fields.basis),
    time: optional(fields, 'time', timeKinds) ?? 'calendar',
    compare: optional(fields, 'compare', comparisons),
    top: parseTop(fields.top),
  };
  if (query.kpis.length === 0) throw new VigieError('query.no-kpi', {}, { path: '$.kpis' });
  for (const [index, id] of (query.by ?? []).entries()) getDimension(id, `$.by[${index}]`);
  if (query.filter) for (const field of fieldsOfFilter(query.filter)) getDimension(field, '$.filter');
  figuresOf(query);
  periodOf(query, timeZone);
  return query;
}

function bad(name: string, value: unknown, known: string): VigieError {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return new VigieError('query.bad-value', { name, value: shown, known }, { path: name === '' ? '$' : `$.${name}` });
}

function asFields(input: unknown): Fields {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Fields;
  throw bad('', input, '{"kpis":[…],"from":"…","to":"…"}');
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw bad(name, value, '"…"');
}

function texts(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw bad(name, value, '["…"]');
}

function optional<T extends string>(fields: Fields, name: string, known: readonly T[]): T | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const found = known.find((one) => one === value);
  if (found === undefined) throw bad(name, value, known.join(', '));
  return found;
}

function parseBasis(value: unknown): Basis | null {
  if (value === undefined || value === null) return null;
  const found = bases.find((basis) => basis === value);
  if (found !== undefined) return found;
  const basis = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  throw new VigieError('query.unknown-basis', { basis, known: bases.join(', ') }, { path: '$.basis' });
}

function parseTop(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw bad('top', value, '1, 2, 3…');
}
