import { VigieError } from '#domain/error.ts';

interface Kinds {
  number: number;
  string: string;
}
type Kind = keyof Kinds;
type Values<K extends readonly Kind[]> = { -readonly [I in keyof K]: Kinds[K[I] & Kind] };

/** The `next` of a page: the sort values of its last item, opaque to clients. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor, of exactly these kinds; anything else was not made here. */
export function parseCursor<const K extends readonly Kind[]>(cursor: string, kinds: K): Values<K> {
  const values = parse(cursor);
  const fits =
    Array.isArray(values) && values.length === kinds.length && kinds.every((kind, i) => typeof values[i] === kind);
  if (!fits) throw new VigieError('request.bad-cursor', {}, { path: 'query.after' });
  return values as Values<K>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
