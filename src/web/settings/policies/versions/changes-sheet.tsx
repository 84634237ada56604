import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PolicyChange } from '#domain/sla/editing/compare-versions.ts';
import { call } from '../../../api/client.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { SideSheet } from '../../../ui/side-sheet.tsx';
import settingsClasses from '../../settings.module.css';
import { useSayPart } from './use-say-part.ts';
import classes from './versions.module.css';

interface Props {
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}

const changesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['policies', id, 'changes', version],
    queryFn: async ({ signal }) => {
      const query = { from: version - 1, to: version };
      return (await call('compare-policy', { params: { id }, query }, { signal })).items as readonly PolicyChange[];
    },
  });

/** What a version changed, part by part, in words. */
export function ChangesSheet({ id, version, onClose }: Props) {
  const { t } = useTranslation();
  const answer = useQuery(changesQuery(id, version));
  const title = t('policy.changesTitle', { from: version - 1, to: version });
  const say = useSayPart();
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(560px, 100vw)" title={title}>
      <div className={settingsClasses.sheet}>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={160} />}
        {answer.data?.length === 0 && <p className={settingsClasses.text}>{t('policy.noChanges')}</p>}
        {answer.data !== undefined && answer.data.length > 0 && (
          <dl className={classes.changes}>
            {answer.data.map((change) => {
              const { name, before, after } = say(change);
              return (
                <div key={`${change.part} ${change.of} ${change.priority}`}>
                  <dt>{name}</dt>
                  <dd>
                    <del>{before}</del> <ins>{after}</ins>
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
    </SideSheet>
  );
}
