import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { StatusView } from '#contract/schemas/status.ts';
import { localDate, type PeriodContext } from '#presentation/question/period.ts';
import { statusQuery } from './queries.ts';
import { useMay, useSession } from './session.ts';

/** What the workspace holds; the shell has loaded it before any page. */
export function useWorkspace(): StatusView {
  return useSuspenseQuery(statusQuery).data;
}

export function periodContextOf(status: StatusView): PeriodContext {
  const { timeZone, firstCreatedAt, lastCreatedAt, freshness } = status;
  // Tickets go on being solved after the last was created.
  const last = [lastCreatedAt, freshness].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return {
    today: localDate(Date.now(), timeZone),
    first: firstCreatedAt === null ? null : localDate(Date.parse(firstCreatedAt), timeZone),
    last: last.length === 0 ? null : localDate(Math.max(...last), timeZone),
  };
}

export function usePeriodContext(): PeriodContext {
  return periodContextOf(useWorkspace());
}

/** The zone in which the reader is told when something happened: their own, else the workspace’s. Figures keep theirs. */
export function useZone(): string {
  const may = useMay();
  const { user } = useSession();
  const status = useQuery({ ...statusQuery, enabled: may('read-reports') });
  return user.timeZone ?? status.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
