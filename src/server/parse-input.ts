import { z } from 'zod';
import type { Language } from '#domain/error.ts';

/** Where in a request a value stands: its query string, its path or its body. */
export type Place = 'query' | 'path' | 'body';

export interface InputIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A request that does not fit the contract, with every place where it does not. */
export class InputError extends Error {
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(issues.map((issue) => `${issue.path}: ${issue.message}`).join(' '));
    this.name = 'InputError';
    this.issues = issues;
  }
}

const errorMaps = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };

function pathOf(place: Place, path: readonly PropertyKey[]): string {
  const root = place === 'body' ? '$' : place;
  return path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), root);
}

/** An issue of a union says only “invalid”: what helps is what the branch found that was meant. */
function flatten(issue: z.core.$ZodIssue, place: Place, before: readonly PropertyKey[]): InputIssue[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.toSorted((a, b) => strangeness(a) - strangeness(b))[0] ?? [];
    if (meant.length > 0) return meant.flatMap((inner) => flatten(inner, place, path));
  }
  const text = pathOf(place, issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path);
  return [{ path: text, code: `request.${issue.code.replaceAll('_', '-')}`, message: issue.message }];
}

/** How little a value looks like a branch of a union: keys that lack or are not known weigh most. */
function strangeness(branch: readonly z.core.$ZodIssue[]): number {
  const weights = branch.map((issue) => {
    if (issue.code === 'unrecognized_keys') return 10;
    const lacks = issue.code === 'invalid_type' && issue.input === undefined;
    return lacks || issue.path.length === 0 ? 10 : 1;
  });
  return weights.length === 0 ? Number.POSITIVE_INFINITY : weights.reduce((sum, weight) => sum + weight, 0);
}

/** Checks a part of a request; unknown parameters of a query string are refused too, since a typing error hides there. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
  language: Language,
): z.output<Schema> {
  const strict = schema instanceof z.ZodObject && place !== 'path' ? schema.strict() : schema;
  const parsed = strict.safeParse(value, { error: errorMaps[language], reportInput: true });
  if (parsed.success) return parsed.data as z.output<Schema>;
  throw new InputError(parsed.error.issues.flatMap((issue) => flatten(issue, place, [])).slice(0, 20));
}
