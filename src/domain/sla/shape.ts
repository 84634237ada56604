import { VigieError } from '../error.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function badShape(path: string, expected: string): VigieError {
  return new VigieError('policy.bad-shape', { path, expected }, { path });
}

export function asObject(value: unknown, path: string, expected = '{…}'): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw badShape(path, expected);
}

export function asList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw badShape(path, '[…]');
}

export function asText(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw badShape(path, '"…"');
}

export function asOneOf<T extends string>(value: unknown, known: readonly T[], path: string): T {
  const found = known.find((item) => item === value);
  if (found !== undefined) return found;
  throw badShape(path, known.map((item) => `"${item}"`).join(', '));
}

export function asSeconds(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw badShape(path, '3600');
}
