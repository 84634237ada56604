import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { NewSecret } from '../new-secret.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { type HookView, hooksQuery } from './queries.ts';

/** Webhooks that other systems post to. */
export function HooksPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(hooksQuery);
  const [removing, setRemoving] = useState<HookView | null>(null);
  const [rotating, setRotating] = useState<HookView | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: hooksQuery.queryKey });
  const { data } = answer;
  const add = (
    <Button size="xs" renderRoot={(props) => <Link to="/settings/hooks/$id" params={{ id: 'new' }} {...props} />}>
      {t('hook.add')}
    </Button>
  );
  return (
    <SettingsPage title={t('hook.title')} lead={t('hook.lead')} actions={add}>
      <p className={classes.text}>
        <Link to="/sources/rejected">{t('hook.rejected')}</Link>
      </p>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {data?.length === 0 && (
        <Card flush>
          <EmptyState title={t('hook.none')} action={add}>
            {t('hook.noneLead')}
          </EmptyState>
        </Card>
      )}
      {data !== undefined && data.length > 0 && (
        <Card flush>
          <HookTable hooks={data} onRemove={setRemoving} onRotate={setRotating} />
        </Card>
      )}
      {removing !== null && (
        <Confirm
          title={t('hook.removeTitle', { name: removing.name })}
          lead={t('hook.removeLead')}
          action={t('hook.remove')}
          run={() => call('remove-hook', { params: { id: removing.id } })}
          onDone={renew}
          onClose={() => setRemoving(null)}
        />
      )}
      {rotating !== null && (
        <NewSecret
          name={rotating.name}
          run={async () => (await call('rotate-hook', { params: { id: rotating.id } })).secret}
          onClose={() => {
            setRotating(null);
            renew();
          }}
        />
      )}
    </SettingsPage>
  );
}

interface TableProps {
  readonly hooks: readonly HookView[];
  readonly onRemove: (hook: HookView) => void;
  readonly onRotate: (hook: HookView) => void;
}

function HookTable({ hooks, onRemove, onRotate }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  return (
    <ScrollRegion label={t('hook.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('form.name')}</th>
            <th scope="col">{t('hook.source')}</th>
            <th scope="col">{t('hook.scheme')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hooks.map((hook) => (
            <tr key={hook.id}>
              <th scope="row" className={tableClasses.key}>
                <Link to="/settings/hooks/$id" params={{ id: hook.id }}>
                  {hook.name}
                </Link>
                <span className={tableClasses.sub}>{hook.path}</span>
                {hook.oldSecretUntil !== null && (
                  <span className={tableClasses.sub}>
                    {t('secret.oldUntil', { when: format.instant(hook.oldSecretUntil, zone) })}
                  </span>
                )}
              </th>
              <td>{hook.source}</td>
              <td>{t(`hook.schemes.${hook.scheme}`)}</td>
              <td>
                <div className={classes.rowActions}>
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onRotate(hook)}>
                    {t('secret.make')}
                    <span className="visually-hidden">, {hook.name}</span>
                  </Button>
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onRemove(hook)}>
                    {t('hook.remove')}
                    <span className="visually-hidden">, {hook.name}</span>
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
