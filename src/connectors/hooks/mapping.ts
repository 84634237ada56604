import type { JSONPathQuery } from 'json-p3';
import { VigieError } from '#domain/error.ts';
import { compilePath, findAll } from './json-path.ts';

/** Where a field of an event comes from: a path, or the same for all. */
export interface MappedField {
  /** `id`, `type`, `time`, `subject`, or `data.…` */
  readonly to: string;
  readonly path?: string | undefined;
  readonly constant?: string | undefined;
  /** Words of the source, and ours. What is not among them stays as it is. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

/** How events are read out of a posted body. */
export interface HookMapping {
  /** Finds what each event is made of; empty: the body is one event. */
  readonly each: string;
  readonly fields: readonly MappedField[];
}

export interface CompiledMapping {
  readonly each: JSONPathQuery | null;
  readonly fields: readonly (MappedField & {
    readonly query: JSONPathQuery | null;
    readonly keys: readonly string[];
  })[];
}

/** Events of one body. */
const MOST_EVENTS = 1_000;

const heads: readonly string[] = ['id', 'type', 'time', 'subject'];
const numeric = /\.(length|seconds|score|scale|value|amount|monthlyValue|sequence|capacity)$/;
const forbidden: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/** Throws `hook.bad-path` and `hook.bad-target`, with the place in the mapping. */
export function compileMapping({ each, fields }: HookMapping): CompiledMapping {
  const seen = new Set<string>();
  return {
    each: each.trim() === '' ? null : compilePath(each.trim(), '$.each'),
    fields: fields.map((field, index) => {
      const keys = field.to.split('.');
      const known = heads.includes(field.to) || /^data(\.[A-Za-z_][\w-]{0,63}){1,4}$/.test(field.to);
      if (!known || seen.has(field.to) || keys.some((key) => forbidden.includes(key))) {
        const value = field.to.slice(0, 100);
        throw new VigieError('hook.bad-target', { value }, { path: `$.fields[${index}].to` });
      }
      seen.add(field.to);
      const path = field.path?.trim() ?? '';
      return { ...field, keys, query: path === '' ? null : compilePath(path, `$.fields[${index}].path`) };
    }),
  };
}

/**
 * The events of a body, as they are to be taken; whether each fits the format is not said here. Throws `hook.nothing-found` and
 * `hook.too-many`.
 */
export function mapBody(
  mapping: CompiledMapping,
  body: unknown,
  { source, makeId }: { readonly source: string; readonly makeId: (event: object, index: number) => string },
): Record<string, unknown>[] {
  const items = mapping.each === null ? [body] : findAll(mapping.each, body);
  if (items.length === 0) throw new VigieError('hook.nothing-found', { path: String(mapping.each ?? '$') });
  if (items.length > MOST_EVENTS) throw new VigieError('hook.too-many', { most: MOST_EVENTS });
  return items.map((item, index) => {
    const event: Record<string, unknown> = { specversion: '1.0', source };
    for (const field of mapping.fields) {
      const value = readField(field, item);
      if (value !== undefined) put(event, field.keys, value);
    }
    return event.id === undefined ? { ...event, id: makeId(event, index) } : event;
  });
}

function readField(field: CompiledMapping['fields'][number], item: unknown): unknown {
  const found = field.query === null ? field.constant : findOne(field.query, item);
  if (found === undefined || found === null) return found;
  const value = wordOf(field, found);
  if (field.to === 'time') return timeOf(value);
  if (numeric.test(field.to)) return typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && (field.to === 'data.public' || field.to === 'data.automatic')) {
    return value === 'true' || value === 'false' ? value === 'true' : value;
  }
  return value;
}

function wordOf({ words = {} }: MappedField, found: unknown): unknown {
  if (typeof found === 'object') return found;
  const text = String(found);
  return Object.hasOwn(words, text) ? words[text] : found;
}

/** One value as it is; several as a list, of tags for one. */
function findOne(query: JSONPathQuery, item: unknown): unknown {
  const found = findAll(query, item);
  return found.length > 1 ? found : found[0];
}

/** Epoch seconds and milliseconds are instants too. */
function timeOf(value: unknown): unknown {
  const number = typeof value === 'string' && /^\d{9,13}(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return value;
  const at = new Date(number < 1e11 ? number * 1000 : number);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}

function put(event: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  let place = event;
  for (const key of keys.slice(0, -1)) {
    const known = place[key];
    const next = typeof known === 'object' && known !== null && !Array.isArray(known) ? known : {};
    place[key] = next;
    place = next as Record<string, unknown>;
  }
  place[keys.at(-1) as string] = value;
}
