import { PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import formClasses from '../../form/form.module.css';
import { NewPassword, useCheckPassword } from '../../form/new-password.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { showPassword } from '../../form/show-password.ts';
import { useApiForm } from '../../form/use-api-form.ts';
import { sessionsQuery } from '../queries.ts';
import classes from '../settings.module.css';

export function PasswordForm() {
  const { t } = useTranslation();
  const { user } = useSession();
  const queryClient = useQueryClient();
  const check = useCheckPassword();
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: { current: '', next: '' },
    validate: { current: (value) => (value === '' ? t('form.passwordMissing') : null), next: check },
    send: (body) => call('change-password', { body }),
    onDone: () => {
      form.reset();
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
      <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
      <PasswordInput
        label={t('security.current')}
        autoComplete="current-password"
        required
        {...showPassword(t)}
        {...form.getInputProps('current')}
      />
      <NewPassword label={t('form.newPassword')} known={[user.name, user.email]} {...form.getInputProps('next')} />
      <ProblemNote error={error} />
      <SaveBar
        label={t('security.changePassword')}
        pending={pending}
        saved={done && !form.isDirty()}
        savedText={t('security.passwordChanged')}
      />
    </form>
  );
}
