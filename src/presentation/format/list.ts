import type { Language } from '#domain/error.ts';
import { locales } from './number.ts';

/** “Owner, Admin or Manager”: any of them. */
export function formatList(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(parts);
}

/** “Agent, team and channel”: all of them. */
export function formatEnumeration(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts);
}
