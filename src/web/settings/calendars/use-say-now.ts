import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

interface Now {
  readonly open: boolean;
  readonly opensAt: number | string | null;
  readonly closesAt: number | string | null;
}

/** Whether a calendar is open, and until when, in the zone of the calendar. */
export function useSayNow(): (now: Now, zone: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (at: number | string, zone: string) => format.instant(new Date(at).toISOString(), zone);
  return ({ open, opensAt, closesAt }, zone) => {
    if (open) {
      return closesAt === null ? t('calendar.openForGood') : t('calendar.openUntil', { when: day(closesAt, zone) });
    }
    return opensAt === null ? t('calendar.closedForGood') : t('calendar.closedUntil', { when: day(opensAt, zone) });
  };
}
