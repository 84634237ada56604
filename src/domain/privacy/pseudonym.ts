import type { Person } from './person.ts';

/** Hexadecimal digits of a pseudonym: enough that two people of one workspace do not share one. */
export const pseudonymDigits = 16;

/**
 * Gives people stand-in ids: the same person always the same one, in one workspace. `digest` is the hexadecimal text of a
 * hash that nobody computes without the workspace's key, so that an id cannot be found by trying.
 */
export function compilePseudonyms(digest: (text: string) => string): (person: Person) => string {
  return ({ kind, id }) => `${kind}-${digest(`${kind}:${id}`).slice(0, pseudonymDigits).toLowerCase()}`;
}
