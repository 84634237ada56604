import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import { ticketsQuery } from '../../../api/queries.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.ts';

const months = 3;

/** How many tickets of the last months meet the conditions, as they are typed. */
export function MatchingCount() {
  const { t } = useTranslation();
  const format = useFormat();
  const [when] = useDebouncedValue(useEditor().policy.when, 300);
  const { lastCreatedAt } = useWorkspace();
  const from = monthsBefore(lastCreatedAt);
  const asked = (filter: Filter | null) => ({
    ...ticketsQuery({
      ...{ limit: 1, from, to: '2100-01-01', part: 'all', sort: '-created' },
      ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
    }),
    placeholderData: keepPreviousData,
  });
  const all = useQuery(asked(null));
  const matching = useQuery({ ...asked(when), retry: false });
  const told = () => {
    if (matching.isError) return t('policy.matchingUnknown');
    if (all.data === undefined || matching.data === undefined) return '…';
    const counts = { n: format.count(matching.data.total), total: format.count(all.data.total), months };
    return t(matching.data.total === 0 ? 'policy.matchingNone' : 'policy.matching', counts);
  };
  return (
    <p className={`${classes.matching} figures`} role="status" data-pending={matching.isFetching || undefined}>
      {told()}
    </p>
  );
}

function monthsBefore(lastCreatedAt: string | null): string {
  const from = new Date(lastCreatedAt ?? Date.now());
  from.setUTCMonth(from.getUTCMonth() - months);
  return from.toISOString();
}
