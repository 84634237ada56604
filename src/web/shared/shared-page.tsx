import { Button, PasswordInput, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import { Outside, OutsideCard } from '../account/outside.tsx';
import { OutsideProblem } from '../account/outside-problem.tsx';
import { call } from '../api/client.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { showPassword } from '../form/show-password.ts';
import { SharedReport } from './shared-report.tsx';

const SharedBoard = lazy(async () => ({ default: (await import('../dashboards/shared-board.tsx')).SharedBoard }));

/** A report or a dashboard behind a link: for people without an account, read-only, and nothing else of Vigie. */
export function SharedPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/s/$token' });
  const [password, setPassword] = useState<string | null>(null);
  const answer = useQuery({
    queryKey: ['shared', token, password],
    queryFn: ({ signal }) =>
      call('open-link', { params: { token }, body: password === null ? {} : { password } }, { signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    // Figures of a dashboard go on; a report is as it was when it was opened.
    refetchInterval: ({ state }) => (state.data?.kind === 'dashboard' ? 60_000 : false),
    gcTime: 0,
  });
  if (answer.data?.kind === 'report') return <SharedReport shared={answer.data} />;
  if (answer.data !== undefined) {
    return (
      <Suspense fallback={<Skeleton height={400} m={24} />}>
        <SharedBoard shared={answer.data} cutOff={answer.isError} />
      </Suspense>
    );
  }
  const wanted = answer.error instanceof ApiError && answer.error.problem.code === 'link.password-wanted';
  if (wanted || password !== null) {
    return (
      <Outside>
        <OutsideCard title={t('share.locked')} lead={t('share.lockedLead')}>
          <PasswordForm
            onPassword={setPassword}
            pending={answer.isFetching}
            error={password === null ? null : answer.error}
          />
        </OutsideCard>
      </Outside>
    );
  }
  return (
    <Outside>
      {answer.isError ? (
        <OutsideProblem title={t('share.over')} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <OutsideCard title={t('share.sharedReport')}>
          <Skeleton height={160} />
        </OutsideCard>
      )}
    </Outside>
  );
}

interface FormProps {
  readonly onPassword: (password: string) => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

function PasswordForm({ onPassword, pending, error }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== '') onPassword(text);
  };
  const wrong = error instanceof ApiError && error.problem.code === 'link.password-wanted';
  return (
    <form className={formClasses.form} onSubmit={onSubmit}>
      <PasswordInput
        label={t('form.password')}
        autoComplete="off"
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={wrong && !pending ? t('share.wrongPassword') : null}
        {...showPassword(t)}
      />
      <ProblemNote error={wrong ? null : error} />
      <Button type="submit" fullWidth loading={pending}>
        {t('share.openReport')}
      </Button>
    </form>
  );
}
