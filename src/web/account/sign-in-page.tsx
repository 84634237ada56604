import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Search } from '#presentation/question/filters.ts';
import { renewSession, sessionQuery } from '../api/session.ts';
import { OutsideCard } from './outside.tsx';
import { OutsideProblem } from './outside-problem.tsx';
import { PasswordStep } from './password-step.tsx';
import { readReturnTo } from './return-to.ts';
import { SingleSignOn } from './single-sign-on.tsx';
import { TwoFactorStep } from './two-factor-step.tsx';

/** Password first, then the code where the account wants one; afterwards back to where the reader came from. */
export function SignInPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as Search;
  const { history } = useRouter();
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery);
  const [step, setStep] = useState<'password' | 'two-factor'>('password');
  const returnTo = readReturnTo(search.returnTo);
  if (session.data === undefined) {
    return session.isError ? (
      <OutsideProblem title={t('account.signIn')} error={session.error} onRetry={() => void session.refetch()} />
    ) : null;
  }
  const { user, setup } = session.data;
  if (setup.ownerNeeded) return <Navigate to="/" replace />;
  if (user !== null) return <Leave to={returnTo} />;
  const onOutcome = async (status: 'signed-in' | 'two-factor') => {
    if (status === 'two-factor') return setStep('two-factor');
    await renewSession(queryClient);
    history.replace(returnTo);
  };
  if (step === 'two-factor') return <TwoFactorStep onOutcome={onOutcome} onBack={() => setStep('password')} />;
  return (
    <OutsideCard title={t('account.signIn')} {...(returnTo === '/' ? {} : { lead: t('account.thenBack') })}>
      {setup.singleSignOn !== null && (
        <SingleSignOn name={setup.singleSignOn} returnTo={returnTo} failed={search.error} />
      )}
      <PasswordStep onOutcome={onOutcome} mail={setup.mail} email={search.email ?? ''} />
    </OutsideCard>
  );
}

function Leave({ to }: { readonly to: string }) {
  const { pathname, search, hash } = new URL(to, location.origin);
  return (
    <Navigate to={pathname} search={Object.fromEntries(new URLSearchParams(search))} hash={hash.slice(1)} replace />
  );
}
