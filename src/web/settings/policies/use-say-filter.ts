import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import { sayFilter } from '#presentation/document/say-filter.ts';
import { useWords } from '../../reports/use-words.ts';

/** Conditions as a sentence of the reader's language. */
export function useSayFilter(): (filter: Filter) => string {
  const { t, i18n } = useTranslation();
  const words = useWords();
  return (filter) => {
    const told = sayFilter(filter, words, i18n);
    return told === '' ? t('policy.everyTicket') : told;
  };
}
