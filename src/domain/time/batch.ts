import { VigieError } from '../error.ts';
import { deepestJson, isTextDeeper } from '../json-depth.ts';
import { always, compileCalendar } from './compile-calendar.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { parseCalendar } from './parse-calendar.ts';
import type { WorkingTime } from './working-time.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Compiled calendars by their JSON: the lines of a batch mostly repeat a few. */
const compiled = new Map<string, WorkingTime>();
const compiledLimit = 100;

function badQuery(path: string, expected: string): VigieError {
  return new VigieError('calendar.bad-query', { path, expected }, { path });
}

function compileOnce(value: unknown): WorkingTime {
  if (value === null || value === 'always') return always;
  const key = JSON.stringify(value) ?? '';
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const fresh = compileCalendar(parseCalendar(value).calendar);
  if (compiled.size >= compiledLimit) compiled.clear();
  compiled.set(key, fresh);
  return fresh;
}

function readInstant(value: unknown, path: string): number {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at === null) throw badQuery(path, '"2026-01-31T09:00:00Z"');
  return at;
}

function answer(query: Fields): number | string {
  const calendar = compileOnce(query.calendar);
  const from = readInstant(query.from, '$.from');
  if (query.op === 'between') return calendar.between(from, readInstant(query.to, '$.to'));
  if (query.op !== 'add') throw badQuery('$.op', '"between", "add"');
  const seconds = query.seconds;
  if (typeof seconds !== 'number') throw badQuery('$.seconds', '3600');
  return formatInstant(calendar.add(from, seconds));
}

function parseQuery(line: string): Fields {
  try {
    const value: unknown = isTextDeeper(line, deepestJson) ? null : JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // not JSON: the same answer as JSON that is no object, or one too deep to be looked at
  }
  throw badQuery('$', '{…}');
}

/**
 * Answers one line of `vigie calendar batch`: `{"id","calendar","op":"between","from","to"}` or
 * `{"id","calendar","op":"add","from","seconds"}` gives `{"id","result"}` (whole seconds, or an ISO instant in UTC) or
 * `{"id","error":{code,message}}`. A null calendar never closes. Never throws for a bad line.
 */
export function answerCalendarLine(line: string): string {
  let id: unknown = null;
  try {
    const query = parseQuery(line);
    id = query.id ?? null;
    return JSON.stringify({ id, result: answer(query) });
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    return JSON.stringify({ id, error: { code: error.code, message: error.message } });
  }
}
