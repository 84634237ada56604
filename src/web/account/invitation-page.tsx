import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { useRoleText } from '../access/use-role-text.ts';
import { call } from '../api/client.ts';
import { enterWorkspace, renewSession, sessionQuery, signOut } from '../api/session.ts';
import formClasses from '../form/form.module.css';
import { NewPassword, useCheckPassword } from '../form/new-password.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import classes from './outside.module.css';
import { OutsideCard } from './outside.tsx';
import { OutsideProblem } from './outside-problem.tsx';

type Invitation = AnswerOf<'get-invitation'>;

/** Where an invitation leads: a new account, or the account that the address has already. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/outside/invitation/$token' });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('get-invitation', { params: { token } }, { signal }),
    retry: false,
  });
  const session = useQuery(sessionQuery);
  if (invitation.isError) {
    return (
      <OutsideProblem
        title={t('account.invitationOver')}
        error={invitation.error}
        action={
          <Button renderRoot={(props) => <Link to="/sign-in" {...props} />} variant="default" size="xs">
            {t('account.signIn')}
          </Button>
        }
      />
    );
  }
  if (invitation.data === undefined || session.data === undefined) {
    return (
      <OutsideCard title={t('account.invitation')}>
        <Skeleton height={180} />
      </OutsideCard>
    );
  }
  const { workspace } = invitation.data;
  const { user } = session.data;
  return (
    <OutsideCard title={t('account.invitedTo', { workspace })} lead={t('account.invitedLead')}>
      <Facts invitation={invitation.data} />
      {user === null ? (
        <Newcomer invitation={invitation.data} token={token} />
      ) : user.email.toLowerCase() === invitation.data.email.toLowerCase() ? (
        <Accept token={token} />
      ) : (
        <OtherAddress mine={user.email} theirs={invitation.data.email} />
      )}
    </OutsideCard>
  );
}

function Facts({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  const { label, help } = useRoleText()(invitation.role);
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('form.email')}</dt>
        <dd>{invitation.email}</dd>
      </div>
      <div>
        <dt>{t('access.role')}</dt>
        <dd>{label}</dd>
      </div>
      <div>
        <dt>{t('access.sees')}</dt>
        <dd>{help}</dd>
      </div>
    </dl>
  );
}

function Newcomer({ invitation, token }: { readonly invitation: Invitation; readonly token: string }) {
  const { t } = useTranslation();
  if (!invitation.known) return <NewAccount invitation={invitation} token={token} />;
  const back = { returnTo: `/invitation/${token}`, email: invitation.email };
  return (
    <>
      <p>{t('account.knownAddress')}</p>
      <Button renderRoot={(props) => <Link to="/sign-in" search={back} {...props} />} fullWidth autoFocus>
        {t('account.signInToAccept')}
      </Button>
    </>
  );
}

function NewAccount({ invitation, token }: { readonly invitation: Invitation; readonly token: string }) {
  const { t } = useTranslation();
  const done = useEntered();
  const check = useCheckPassword();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { name: '', password: '' },
    validate: { name: (value) => (value.trim() === '' ? t('form.nameMissing') : null), password: check },
    send: (body) => call('accept-invitation', { params: { token }, body }),
    onDone: done,
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
      <TextInput
        label={t('form.name')}
        autoComplete="name"
        autoFocus
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <NewPassword
        label={t('form.password')}
        known={[form.values.name, invitation.email]}
        {...form.getInputProps('password')}
      />
      <ProblemNote error={error} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.join')}
      </Button>
    </form>
  );
}

function Accept({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const done = useEntered();
  const { onSubmit, pending, error } = useApiForm({
    initialValues: {},
    send: () => call('accept-invitation', { params: { token }, body: {} }),
    onDone: done,
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit}>
      <ProblemNote error={error} />
      <Button type="submit" fullWidth loading={pending} autoFocus>
        {t('account.accept')}
      </Button>
    </form>
  );
}

function OtherAddress({ mine, theirs }: { readonly mine: string; readonly theirs: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return (
    <>
      <p>{t('account.otherAddress', { mine, theirs })}</p>
      <Button variant="default" fullWidth onClick={() => void signOut(queryClient)}>
        {t('account.signOut')}
      </Button>
    </>
  );
}

/** Into the workspace one was invited to: the one that was not among one's own before. */
function useEntered(): () => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async () => {
    const before = queryClient.getQueryData(sessionQuery.queryKey)?.workspaces ?? [];
    const { workspaces } = await renewSession(queryClient);
    const joined = workspaces.find(({ id }) => before.every((known) => known.id !== id));
    if (joined !== undefined) await enterWorkspace(queryClient, joined.id);
    await navigate({ to: '/', replace: true });
  };
}
