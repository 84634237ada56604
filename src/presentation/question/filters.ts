import type { Filter } from '#domain/report/filter.ts';

/** The URL's search, flat: one text a key. */
export type Search = Readonly<Record<string, string>>;

/** Values chosen by dimension; null stands for “none”. */
export type Selection = Readonly<Record<string, readonly (string | null)[]>>;

const prefix = 'f.';

/** `~` is none; a value that begins with `~` is written `~~…`, and commas are escaped, so that any value survives. */
function encodeValue(value: string | null): string {
  if (value === null) return '~';
  return (value.startsWith('~') ? `~${value}` : value)
    .replaceAll('%', '%25')
    .replaceAll(',', '%2C')
    .replaceAll(';', '%3B');
}

function decodeValue(text: string): string | null {
  if (text === '~') return null;
  const plain = text.replaceAll('%3B', ';').replaceAll('%2C', ',').replaceAll('%25', '%');
  return plain.startsWith('~~') ? plain.slice(1) : plain;
}

export const encodeValues = (values: readonly (string | null)[]) => values.map(encodeValue).join(',');
export const decodeValues = (text: string) => text.split(',').map(decodeValue);

export function readSelection(search: Search): Selection {
  const selection: Record<string, readonly (string | null)[]> = {};
  for (const [key, text] of Object.entries(search)) {
    if (key.startsWith(prefix) && text !== '') selection[key.slice(prefix.length)] = decodeValues(text);
  }
  return selection;
}

/** Any of some values of a field. */
export function selectionFilter(field: string, values: readonly (string | null)[]): Filter {
  const named = values.filter((value) => value !== null);
  const conditions: Filter[] = [];
  if (named.length === 1 && named[0] !== undefined) conditions.push({ field, op: 'is', value: named[0] });
  if (named.length > 1) conditions.push({ field, op: 'in', value: named });
  if (values.includes(null)) conditions.push({ field, op: 'is', value: null });
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { any: conditions };
}

/** The filter of a selection: every dimension must match, by any of its values. Null where nothing is chosen. */
export function filterOf(...selections: readonly (Selection | Filter | null | undefined)[]): Filter | null {
  const parts: Filter[] = [];
  for (const part of selections) {
    if (part === null || part === undefined) continue;
    if (isFilter(part)) parts.push(part);
    else
      for (const [field, values] of Object.entries(part))
        if (values.length > 0) parts.push(selectionFilter(field, values));
  }
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only : { all: parts };
}

function isFilter(part: Selection | Filter): part is Filter {
  if ('op' in part && typeof part.op === 'string') return true;
  if ('not' in part) return true;
  const list = 'all' in part ? part.all : 'any' in part ? part.any : undefined;
  return Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null);
}
