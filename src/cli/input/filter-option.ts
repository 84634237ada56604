import { VigieError } from '#domain/error.ts';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';
import type { Filter } from '#domain/report/filter.ts';
import { parseFilter } from '#domain/report/parse-filter.ts';

/**
 * Filters as typed: a filter in JSON, or `field=value[,value]` and `field!=value[,value]`, an empty value standing for
 * none. Several must all hold; null without any.
 */
export function readFilters(given: readonly string[]): Filter | null {
  const filters = given.map(readFilter);
  return filters.length > 1 ? { all: filters } : (filters[0] ?? null);
}

function readFilter(text: string): Filter {
  if (text.trimStart().startsWith('{')) return parseFilter(parseJson(text));
  const [, field, sign, rest] = /^([^=!]+?)(!?=)(.*)$/s.exec(text) ?? [];
  if (field === undefined) {
    throw new VigieError('cli.bad-value', { name: '--filter', value: text, expected: 'channel=email,chat' });
  }
  const values = (rest ?? '').split(',');
  const [first] = values;
  const condition: Filter =
    values.length > 1
      ? { field: field.trim(), op: 'in', value: values }
      : { field: field.trim(), op: 'is', value: first === '' ? null : (first as string) };
  return sign === '!=' ? { not: condition } : condition;
}

function parseJson(text: string): unknown {
  try {
    if (!isTextDeeper(text, deepestJson)) return JSON.parse(text);
  } catch {
    // Told below, like one that is nested too deeply.
  }
  const expected = '{"field":"channel","op":"is","value":"email"}';
  throw new VigieError('cli.bad-value', { name: '--filter', value: text.slice(0, 200), expected });
}
