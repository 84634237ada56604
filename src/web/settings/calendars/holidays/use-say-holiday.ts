import { useTranslation } from 'react-i18next';
import type { HolidayRange } from '#domain/time/calendar.ts';
import { useFormat } from '../../../format/use-format.ts';

/** The days of a holiday; of those of every year, without one. */
export function useSayHoliday(): (range: HolidayRange) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, to, yearly }) => {
    if (yearly !== true) return from === to ? format.date(from) : format.range(from, to);
    const [first, last] = [format.date(`2000-${from}`, true), format.date(`2000-${to}`, true)];
    return from === to ? first : t('calendar.span', { from: first, to: last });
  };
}
