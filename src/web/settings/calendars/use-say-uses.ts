import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { CalendarDetail } from './queries.ts';

/** What counts in a calendar, in one line. */
export function useSayUses(): (uses: CalendarDetail['uses']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ business, policies }) => {
    const users = [...(business ? [t('calendar.businessTime')] : []), ...policies.map(({ name }) => name)];
    return users.length === 0 ? t('calendar.unused') : format.enumeration(users);
  };
}
