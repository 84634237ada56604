import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlertWords, createAlertWords } from '#presentation/alerts/say-alert.ts';

/** Words for alerts in the reader's language. */
export function useAlertWords(): AlertWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are those of the language
  return useMemo(() => createAlertWords(i18n), [language]);
}
