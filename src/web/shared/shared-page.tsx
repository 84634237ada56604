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

const SharedWall = lazy(async () => ({ default: (await import('../live/shared-wall.tsx')).SharedWall }));
const SharedBoard = lazy(async () => ({ default: (await import('../dashboards/shared-board.tsx')).SharedBoard }));

/** A report, a dashboard or the wallboard behind a link: for people without an account, read-only, and nothing else of Vigie. */
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
    refetchInterval: ({ state }) => renewAfter(state.data?.kind, state.error),
    // A screen that nobody is at goes on, and comes back by itself once the network does.
    refetchIntervalInBackground: true,
    networkMode: 'always',
    gcTime: 0,
  });
  if (answer.data?.kind === 'report') return <SharedReport shared={answer.data} />;
  if (answer.data?.kind === 'wall' && !isRefused(answer.error)) {
    return (
      <Suspense fallback={<Skeleton height={400} m={24} />}>
        <SharedWall shared={answer.data} receivedAt={answer.dataUpdatedAt} failing={answer.isError} />
      </Suspense>
    );
  }
  if (answer.data?.kind === 'dashboard') {
    return (
      <Suspense fallback={<Skeleton height={400} m={24} />}>
        <SharedBoard shared={answer.data} cutOff={answer.isError} />
      </Suspense>
    );
  }
  const wanted = isRefused(answer.error, 'link.password-wanted');
  if (wanted || (password !== null && !isRefused(answer.error, 'link.unknown'))) {
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

/** Figures of a dashboard and of the wallboard go on; a report is as it was when it was opened. Milliseconds. */
function renewAfter(kind: 'report' | 'dashboard' | 'wall' | undefined, error: Error | null): number | false {
  if (isRefused(error)) return false;
  if (kind === 'wall') return 10_000;
  if (kind === 'dashboard') return 60_000;
  return error === null ? false : 15_000;
}

/** Whether the link itself was refused, rather than something on the way to it. */
function isRefused(error: Error | null, code = 'link.'): boolean {
  return error instanceof ApiError && error.problem.code.startsWith(code);
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
  const wrong = isRefused(error, 'link.password-wanted');
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
