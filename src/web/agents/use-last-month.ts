import { addDays } from '#presentation/question/period.ts';
import { usePeriodContext } from '../api/workspace.ts';

/** The last whole month that the data reaches, `YYYY-MM`. */
export function useLastMonth(): string {
  const { today, last } = usePeriodContext();
  const newest = last ?? today;
  return addDays(`${newest.slice(0, 7)}-01`, -1).slice(0, 7);
}
