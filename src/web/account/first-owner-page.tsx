import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import type { Search } from '#presentation/question/filters.ts';
import { call } from '../api/client.ts';
import { renewSession, sessionQuery } from '../api/session.ts';
import formClasses from '../form/form.module.css';
import { NewPassword, useCheckPassword } from '../form/new-password.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import { Back } from './forgot-password-page.tsx';
import { OutsideCard } from './outside.tsx';
import { WhereTheLinkIs } from './owner-needed.tsx';

/** The first account of an installation, by the link that the server printed. */
export function FirstOwnerPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ strict: false }) as Search;
  const setup = useQuery(sessionQuery).data?.setup;
  if (setup?.ownerNeeded === false) {
    return (
      <OutsideCard title={t('account.ownerThere')} lead={t('account.ownerThereLead')}>
        <Back />
      </OutsideCard>
    );
  }
  if (token === undefined || token === '') {
    return (
      <OutsideCard title={t('account.linkIncomplete')} lead={t('account.linkIncompleteLead')}>
        <WhereTheLinkIs />
      </OutsideCard>
    );
  }
  return (
    <OutsideCard title={t('account.ownerTitle')} lead={t('account.ownerLead')}>
      <OwnerForm token={token} />
    </OutsideCard>
  );
}

function OwnerForm({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const check = useCheckPassword();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('form.nameMissing') : null),
      email: (value) => (value.includes('@') ? null : t('form.emailMissing')),
      password: check,
    },
    send: (values) => call('create-owner', { body: { token, ...values, email: values.email.trim() } }),
    onDone: async () => {
      await renewSession(queryClient);
      await navigate({ to: '/', replace: true });
    },
  });
  const expired = error instanceof ApiError && error.problem.code === 'account.link-expired';
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t('form.name')}
        autoComplete="name"
        autoFocus
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <TextInput
        type="email"
        label={t('form.email')}
        autoComplete="username"
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <NewPassword
        label={t('form.password')}
        known={[form.values.name, form.values.email]}
        {...form.getInputProps('password')}
      />
      <ProblemNote error={error} {...(expired ? { action: t('account.ownerExpired') } : {})} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.createOwner')}
      </Button>
      {expired && <Link to="/">{t('account.whereIsTheLink')}</Link>}
    </form>
  );
}
