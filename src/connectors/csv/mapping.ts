import { VigieError } from '#domain/error.ts';
import { isTimeZone } from '#domain/time/zone.ts';
import { findTargetKind, listTargets, neededTargets, type Shape } from './targets.ts';
import { compileTimeFormat, TimeFormatError } from './time/compile-time-format.ts';

/** What the columns of a table mean. See the mapping format in the documentation of imports. */
export interface Mapping {
  readonly shape: Shape;
  /** Zone of times without an offset; UTC where not given. */
  readonly timeZone: string;
  /** `iso`, `epoch` or Unicode date tokens; without it the common forms are tried on the first rows. */
  readonly timeFormat?: string;
  /** Cells that stand for “no value”. */
  readonly missing: readonly string[];
  /** Column name → its target, or several. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** By target: the source's word → ours. A word that is not listed changes nothing. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By target: one value for every ticket. */
  readonly constants: Readonly<Record<string, string>>;
  readonly delimiter?: string;
  readonly encoding?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const knownKeys = [
  'shape',
  'timeZone',
  'timeFormat',
  'missing',
  'columns',
  'values',
  'constants',
  'delimiter',
  'encoding',
];

const statuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'];

function badShape(path: string, expected: string): VigieError {
  return new VigieError('mapping.bad-shape', { path, expected }, { path });
}

function asObject(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badShape(path, '{…}');
  return value as Fields;
}

function asText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw badShape(path, '"…"');
  return value;
}

function asTexts(value: unknown, path: string): string[] {
  if (!Array.isArray(value)) throw badShape(path, '["…"]');
  return value.map((item, i) => asText(item, `${path}[${i}]`));
}

function at(path: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function parseShape(value: unknown): Shape {
  if (value === 'history' || value === 'tickets') return value;
  const shape = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  throw new VigieError('mapping.unknown-shape', { shape }, { path: '$.shape' });
}

function parseTimeZone(value: unknown): string {
  const zone = asText(value ?? 'UTC', '$.timeZone');
  if (!isTimeZone(zone)) throw new VigieError('zone.unknown', { zone }, { path: '$.timeZone' });
  return zone;
}

function parseTimeFormat(value: unknown, timeZone: string): string {
  const path = '$.timeFormat';
  const format = asText(value, path);
  try {
    compileTimeFormat(format, timeZone);
  } catch (error) {
    if (!(error instanceof TimeFormatError)) throw error;
    throw new VigieError('mapping.bad-time-format', { format, reason: error.message }, { path, cause: error });
  }
  return format;
}

function parseEncoding(value: unknown): string {
  const encoding = asText(value, '$.encoding');
  try {
    return new TextDecoder(encoding).encoding;
  } catch (cause) {
    throw new VigieError('mapping.unknown-encoding', { encoding }, { path: '$.encoding', cause });
  }
}

function parseDelimiter(value: unknown): string {
  const delimiter = asText(value, '$.delimiter');
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) throw badShape('$.delimiter', '"," ";" "\\t" "|"');
  return delimiter;
}

/** Checks targets as they are named, and that each is named once. */
class TargetCheck {
  readonly seen = new Set<string>();
  readonly shape: Shape;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  known(target: string, path: string): void {
    if (findTargetKind(this.shape, target) !== null) return;
    const known = listTargets(this.shape).join(', ');
    throw new VigieError('mapping.unknown-target', { target, shape: this.shape, known }, { path });
  }

  once(target: string, path: string): void {
    this.known(target, path);
    if (this.seen.has(target)) throw new VigieError('mapping.target-twice', { target }, { path });
    this.seen.add(target);
  }

  needed(): void {
    for (const target of neededTargets[this.shape]) {
      if (this.seen.has(target)) continue;
      throw new VigieError('mapping.target-missing', { target, shape: this.shape }, { path: '$.columns' });
    }
  }
}

function parseColumns(value: unknown, check: TargetCheck): Mapping['columns'] {
  const columns = Object.entries(asObject(value, '$.columns')).map(([column, target]) => {
    const path = at('$.columns', column);
    if (!Array.isArray(target)) {
      check.once(asText(target, path), path);
      return [column, asText(target, path)] as const;
    }
    const targets = asTexts(target, path);
    targets.forEach((one, i) => {
      check.once(one, `${path}[${i}]`);
    });
    return [column, targets] as const;
  });
  check.needed();
  return Object.fromEntries(columns);
}

function checkStatus(target: string, value: string, path: string): void {
  if (target === 'status' && !statuses.includes(value)) {
    throw new VigieError('mapping.unknown-status', { value }, { path });
  }
}

function parseValues(value: unknown, check: TargetCheck): Mapping['values'] {
  const values = Object.entries(asObject(value, '$.values')).map(([target, words]) => {
    const path = at('$.values', target);
    check.known(target, path);
    const pairs = Object.entries(asObject(words, path)).map(([word, ours]) => {
      const text = asText(ours, at(path, word));
      checkStatus(target, text, at(path, word));
      return [word, text] as const;
    });
    return [target, Object.fromEntries(pairs)] as const;
  });
  return Object.fromEntries(values);
}

function parseConstants(value: unknown, check: TargetCheck): Mapping['constants'] {
  const constants = Object.entries(asObject(value, '$.constants')).map(([target, constant]) => {
    const path = at('$.constants', target);
    check.once(target, path);
    const kind = findTargetKind(check.shape, target);
    if (kind === 'key' || kind === 'instant') throw badShape(path, 'status, team, channel, fields.NAME…');
    const text = asText(constant, path);
    checkStatus(target, text, path);
    return [target, text] as const;
  });
  return Object.fromEntries(constants);
}

/** Checks a mapping. Throws `VigieError` with the JSON path of the first wrong value. */
export function parseMapping(input: unknown): Mapping {
  const fields = asObject(input, '$');
  for (const key of Object.keys(fields)) {
    if (key.startsWith('$') || knownKeys.includes(key)) continue;
    throw new VigieError('mapping.unknown-key', { key, known: knownKeys.join(', ') }, { path: at('$', key) });
  }
  const shape = parseShape(fields.shape);
  const timeZone = parseTimeZone(fields.timeZone);
  const check = new TargetCheck(shape);
  return {
    shape,
    timeZone,
    ...(fields.timeFormat !== undefined && { timeFormat: parseTimeFormat(fields.timeFormat, timeZone) }),
    missing: fields.missing === undefined ? [''] : asTexts(fields.missing, '$.missing'),
    columns: parseColumns(fields.columns, check),
    values: fields.values === undefined ? {} : parseValues(fields.values, check),
    constants: fields.constants === undefined ? {} : parseConstants(fields.constants, check),
    ...(fields.delimiter !== undefined && { delimiter: parseDelimiter(fields.delimiter) }),
    ...(fields.encoding !== undefined && { encoding: parseEncoding(fields.encoding) }),
  };
}
