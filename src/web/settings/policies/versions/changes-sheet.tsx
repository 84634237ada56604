import { NativeSelect, Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
  /** The newer one to begin with; the one before is compared with it. */
  readonly version: number;
  /** All that there are, the newest first. */
  readonly versions: readonly number[];
  readonly onClose: () => void;
}

const changesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['policies', id, 'changes', from, to],
    queryFn: async ({ signal }) => {
      return (await call('compare-policy', { params: { id }, query: { from, to } }, { signal }))
        .items as readonly PolicyChange[];
    },
  });

/** What changed from one version to another, part by part, in words. */
export function ChangesSheet({ id, version, versions, onClose }: Props) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(version - 1);
  const [to, setTo] = useState(version);
  const answer = useQuery(changesQuery(id, from, to));
  const title = t('policy.changesTitle', { from, to });
  const choices = versions.map((n) => ({ value: String(n), label: t('policy.versionN', { n }) }));
  const say = useSayPart();
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(560px, 100vw)" title={title}>
      <div className={settingsClasses.sheet}>
        <div className={classes.pick}>
          <NativeSelect
            size="xs"
            label={t('policy.compareFrom')}
            value={String(from)}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
            data={choices}
          />
          <NativeSelect
            size="xs"
            label={t('policy.compareTo')}
            value={String(to)}
            onChange={(event) => setTo(Number(event.currentTarget.value))}
            data={choices}
          />
        </div>
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
