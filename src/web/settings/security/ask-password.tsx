import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { showPassword } from '../../form/show-password.ts';
import { useApiForm } from '../../form/use-api-form.ts';
import classes from '../settings.module.css';

interface Props<Answer> {
  readonly action: string;
  readonly send: (password: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void | Promise<void>;
  readonly onCancel: () => void;
}

/** The present password, before the account is made safer or less safe. */
export function AskPassword<Answer>({ action, send, onDone, onCancel }: Props<Answer>) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('form.passwordMissing') : null) },
    send: ({ password }) => send(password),
    onDone,
  });
  return (
    <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
      <PasswordInput
        label={t('security.current')}
        autoComplete="current-password"
        autoFocus
        required
        {...showPassword(t)}
        {...form.getInputProps('password')}
      />
      <ProblemNote error={error} />
      <div className={formClasses.foot}>
        <Button type="submit" size="xs" loading={pending}>
          {action}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
