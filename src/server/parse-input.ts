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

const zeroByte = { en: 'A text may not hold a zero byte.', fr: 'Un texte ne peut pas contenir d’octet nul.' };
const strange = { en: 'This value cannot be read.', fr: 'Cette valeur est illisible.' };

const unusable = (place: Place, message: string): InputIssue => ({
  path: place === 'body' ? '$' : place,
  code: 'request.unusable',
  message,
});

/** Null: the schema itself stumbled, as over an object whose `length` cannot be compared. */
function safeParse(schema: z.ZodType, value: unknown, language: Language) {
  try {
    return schema.safeParse(value, { error: errorMaps[language], reportInput: true });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The records cannot hold one; looked for without recursion, since a value may be nested deep. */
function holdsZeroByte(value: unknown): boolean {
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one === 'string' && one.includes('\0')) return true;
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, inner] of Object.entries(one)) {
      if (key.includes('\0')) return true;
      rest.push(inner);
    }
  }
  return false;
}

/** Checks a part of a request; unknown parameters of a query string are refused too, since a typing error hides there. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
  language: Language,
): z.output<Schema> {
  const strict = schema instanceof z.ZodObject && place !== 'path' ? schema.strict() : schema;
  if (holdsZeroByte(value)) throw new InputError([unusable(place, zeroByte[language])]);
  const parsed = safeParse(strict, value, language);
  if (parsed === null) throw new InputError([unusable(place, strange[language])]);
  if (parsed.success) return parsed.data as z.output<Schema>;
  throw new InputError(parsed.error.issues.flatMap((issue) => flatten(issue, place, [])).slice(0, 20));
}
