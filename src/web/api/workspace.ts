import { useSuspenseQuery } from '@tanstack/react-query';
import type { StatusView } from '#contract/schemas/status.ts';
import { localDate, type PeriodContext } from '../state/period.ts';
import { statusQuery } from './queries.ts';

/** What the workspace holds; the shell has loaded it before any page. */
export function useWorkspace(): StatusView {
  return useSuspenseQuery(statusQuery).data;
}

export function periodContextOf(status: StatusView): PeriodContext {
  const { timeZone, firstCreatedAt, lastCreatedAt } = status;
  return {
    today: localDate(Date.now(), timeZone),
    first: firstCreatedAt === null ? null : localDate(Date.parse(firstCreatedAt), timeZone),
    last: lastCreatedAt === null ? null : localDate(Date.parse(lastCreatedAt), timeZone),
  };
}

export function usePeriodContext(): PeriodContext {
  return periodContextOf(useWorkspace());
}
