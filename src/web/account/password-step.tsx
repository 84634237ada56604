import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { showPassword } from '../form/show-password.ts';
import { useApiForm } from '../form/use-api-form.ts';
import classes from './outside.module.css';

interface Props {
  readonly email: string;
  readonly mail: boolean;
  readonly onOutcome: (status: 'signed-in' | 'two-factor') => void | Promise<void>;
}

export function PasswordStep({ email, mail, onOutcome }: Props) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('form.emailMissing') : null),
      password: (value) => (value === '' ? t('form.passwordMissing') : null),
    },
    send: (values) => call('sign-in', { body: { ...values, email: values.email.trim() } }),
    onDone: ({ status }) => onOutcome(status),
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <TextInput
        type="email"
        label={t('form.email')}
        autoComplete="username"
        autoFocus={email === ''}
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('form.password')}
        autoComplete="current-password"
        autoFocus={email !== ''}
        required
        {...showPassword(t)}
        {...form.getInputProps('password')}
      />
      <ProblemNote error={error} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.signIn')}
      </Button>
      <p className={classes.aside}>
        {mail ? <Link to="/forgot-password">{t('account.forgot')}</Link> : t('account.forgotNoMail')}
      </p>
    </form>
  );
}
