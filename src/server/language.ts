import type { Language } from '#domain/error.ts';

/** The language to answer in: the first of ours that `Accept-Language` names, English without one. */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const wish of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const name = wish.trim().slice(0, 2);
    if (name === 'fr' || name === 'en') return name;
  }
  return 'en';
}
