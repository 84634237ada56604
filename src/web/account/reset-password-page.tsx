import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import formClasses from '../form/form.module.css';
import { NewPassword, useCheckPassword } from '../form/new-password.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import { OutsideCard } from './outside.tsx';

/** A new password by the link of the mail, which works once. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/outside/reset-password/$token' });
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <OutsideCard title={t('account.resetDone')} lead={t('account.resetDoneLead')}>
        <Button renderRoot={(props) => <Link to="/sign-in" {...props} />} fullWidth autoFocus>
          {t('account.signIn')}
        </Button>
      </OutsideCard>
    );
  }
  return (
    <OutsideCard title={t('account.resetTitle')} lead={t('account.resetLead')}>
      <ResetForm token={token} onDone={() => setDone(true)} />
    </OutsideCard>
  );
}

function ResetForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const check = useCheckPassword();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { password: '' },
    validate: { password: check },
    send: ({ password }) => call('reset-password', { params: { token }, body: { password } }),
    onDone,
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <NewPassword label={t('form.newPassword')} autoFocus {...form.getInputProps('password')} />
      <ProblemNote error={error} action={<Link to="/forgot-password">{t('account.askAnother')}</Link>} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.setPassword')}
      </Button>
    </form>
  );
}
