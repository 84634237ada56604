import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from '#presentation/format/create-format.ts';

/** Formatting in the reader's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  return useMemo(() => createFormat(language), [language]);
}
