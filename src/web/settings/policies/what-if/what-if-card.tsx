import { Button, NativeSelect, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { call } from '../../../api/client.ts';
import { ProblemNote } from '../../../form/problem-note.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import settingsClasses from '../../settings.module.css';
import { idOfName } from '../../workspaces/workspace-id.ts';
import { type DryRunView, dryRunQuery } from '../queries.ts';
import { WhatIfResult } from './result.tsx';
import classes from './what-if.module.css';

interface Props {
  readonly policy: Policy;
  readonly added: readonly Calendar[];
  /** Nothing is wrong with the policy. */
  readonly ready: boolean;
  /** Somebody wants to try it: what is wrong may be told. */
  readonly onTried: () => void;
}

const choices = [1, 3, 6, 12] as const;
const never = '1970-01-01T00:00:00Z';

/** The policy as it stands, tried on past tickets beside those of today, before anything is saved. */
export function WhatIfCard({ policy, added, ready, onTried }: Props) {
  const { t } = useTranslation();
  const [months, setMonths] = useState<number>(3);
  const starting = useStarting(policy, added, months);
  const id = starting.data?.id ?? null;
  const answer = useQuery({ ...dryRunQuery(id ?? ''), enabled: id !== null });
  const run = answer.data ?? starting.data;
  const busy = starting.isPending || run?.state === 'running';
  const outdated = starting.variables !== undefined && starting.variables !== JSON.stringify(policy);
  return (
    <Card title={t('whatIf.title')} help={t('whatIf.lead')}>
      <div className={classes.stack}>
        <div className={classes.bar}>
          <NativeSelect
            size="xs"
            label={t('whatIf.monthsLabel')}
            value={String(months)}
            onChange={(event) => setMonths(Number(event.currentTarget.value))}
            data={choices.map((count) => ({ value: String(count), label: t('whatIf.months', { count }) }))}
          />
          <Button
            variant="default"
            size="xs"
            loading={busy}
            onClick={() => {
              onTried();
              if (ready) starting.mutate(JSON.stringify(policy));
            }}
          >
            {t(run === undefined ? 'whatIf.run' : 'whatIf.again')}
          </Button>
        </div>
        <ProblemNote error={starting.error} />
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {run !== undefined && <Standing run={run} />}
        {run?.result != null && (
          <div className={outdated ? classes.outdated : undefined}>
            {outdated && <p className={classes.note}>{t('whatIf.outdated')}</p>}
            <WhatIfResult run={run} result={run.result} />
          </div>
        )}
      </div>
    </Card>
  );
}

function useStarting(policy: Policy, added: readonly Calendar[], months: number) {
  return useMutation({
    mutationFn: (_: string) => {
      const { retired: __, version: ___, ...kept } = policy;
      const id = policy.id === '' ? idOfName(policy.name) : policy.id;
      const tried = { ...kept, id, effectiveFrom: policy.effectiveFrom === '' ? never : policy.effectiveFrom };
      const calendars = added.map((calendar) => ({ ...calendar }));
      return call('start-dry-run', { body: { policies: [tried], months, calendars } });
    },
  });
}

function Standing({ run }: { readonly run: DryRunView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancelling = useMutation({ mutationFn: () => call('cancel-dry-run', { params: { id: run.id } }) });
  if (run.state === 'running') {
    const told = t('whatIf.running', { done: format.count(run.done), total: format.count(run.total) });
    return (
      <div className={classes.progress}>
        <p className="figures" role="status">
          {told}
        </p>
        <Progress value={run.total === 0 ? 0 : (run.done / run.total) * 100} animated aria-label={told} />
        <div>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => cancelling.mutate()}>
            {t('whatIf.cancel')}
          </Button>
        </div>
        <ProblemNote error={cancelling.error} />
      </div>
    );
  }
  if (run.state === 'failed' && run.error !== null) {
    return (
      <p className={classes.failed} role="alert">
        <strong>{run.error.detail}</strong> {run.error.todo}
      </p>
    );
  }
  if (run.state === 'cancelled' || run.state === 'interrupted') {
    return <p className={settingsClasses.text}>{t(`whatIf.${run.state}`)}</p>;
  }
  return null;
}
