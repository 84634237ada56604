import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { SecretField } from '../../form/secret-field.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { draftOfHook, emptyHook } from './draft.ts';
import { HookEditor } from './hook-editor.tsx';
import { hooksQuery } from './queries.ts';

type Made = AnswerOf<'create-hook'>;

/** One webhook, or a new one: how it is signed, and how events are read out of what it posts. */
export function HookPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id = 'new' } = useParams({ strict: false });
  const [made, setMade] = useState<Made | null>(null);
  const answer = useQuery(hooksQuery);
  const known = made?.hook ?? answer.data?.find((each) => each.id === id);
  const isNew = id === 'new' && made === null;
  const renew = () => void queryClient.invalidateQueries({ queryKey: hooksQuery.queryKey });
  return (
    <SettingsPage
      title={isNew ? t('hook.newTitle') : (known?.name ?? t('hook.title'))}
      lead={<Link to="/settings/hooks">← {t('hook.back')}</Link>}
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && !isNew && <Skeleton height={320} radius="md" />}
      {made !== null && <Secret made={made} />}
      {!isNew && answer.isSuccess && known === undefined && <p className={classes.text}>{t('hook.gone')}</p>}
      {(isNew || known !== undefined) && made === null && (
        <HookEditor
          key={id}
          initial={known === undefined ? emptyHook : draftOfHook(known)}
          id={known?.id ?? null}
          version={known?.version ?? 0}
          address={known === undefined ? null : `${location.origin}${known.path}`}
          onMade={(next) => {
            setMade(next);
            renew();
          }}
          onSaved={renew}
        />
      )}
    </SettingsPage>
  );
}

function Secret({ made: { hook, secret } }: { readonly made: Made }) {
  const { t } = useTranslation();
  return (
    <section className={classes.once} role="status">
      <p className={classes.onceTitle}>{t('hook.made', { name: hook.name })}</p>
      <SecretField label={t('hook.address')} value={`${location.origin}${hook.path}`} copy={t('common.copy')} />
      <p className={classes.text}>{t('hook.secretOnce')}</p>
      <SecretField label={t('hook.secret')} value={secret} copy={t('common.copy')} />
      <div>
        <Button size="xs" renderRoot={(props) => <Link to="/settings/hooks" {...props} />}>
          {t('hook.kept')}
        </Button>
      </div>
    </section>
  );
}
