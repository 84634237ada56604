import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import classes from './outside.module.css';
import { OutsideCard } from './outside.tsx';

/** Asks for the mail with the link to choose a new password; it never tells whether an address has an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const mail = useQuery(sessionQuery).data?.setup.mail ?? true;
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (!mail) {
    return (
      <OutsideCard title={t('account.forgotTitle')} lead={t('account.noMail')}>
        <Back />
      </OutsideCard>
    );
  }
  if (sentTo !== null) {
    return (
      <OutsideCard title={t('account.sentTitle')} lead={t('account.sentLead', { email: sentTo })}>
        <Back />
      </OutsideCard>
    );
  }
  return (
    <OutsideCard title={t('account.forgotTitle')} lead={t('account.forgotLead')}>
      <AddressForm onSent={setSentTo} />
      <Back />
    </OutsideCard>
  );
}

function AddressForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : t('form.emailMissing')) },
    send: ({ email }) => call('request-password-reset', { body: { email: email.trim() } }),
    onDone: (_, { email }) => onSent(email.trim()),
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <TextInput
        type="email"
        label={t('form.email')}
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <ProblemNote error={error} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.sendLink')}
      </Button>
    </form>
  );
}

export function Back() {
  const { t } = useTranslation();
  return (
    <p className={classes.aside}>
      <Link to="/sign-in">{t('account.backToSignIn')}</Link>
    </p>
  );
}
