import type { Search } from './filters.ts';

/** Changes of a URL's search; null removes a key. */
export type Patch = Readonly<Record<string, string | null>>;

export function patchSearch(search: Search, patch: Patch): Search {
  const merged = { ...search, ...patch };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null));
}
