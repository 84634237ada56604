import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import classes from './outside.module.css';
import { OutsideCard } from './outside.tsx';

interface Props {
  readonly onOutcome: (status: 'signed-in' | 'two-factor') => void | Promise<void>;
  readonly onBack: () => void;
}

/** The second step: the code of the app, or a backup code when the device is not at hand. */
export function TwoFactorStep({ onOutcome, onBack }: Props) {
  const { t } = useTranslation();
  const [backup, setBackup] = useState(false);
  return (
    <OutsideCard title={t('account.twoFactor')} lead={t(backup ? 'account.backupLead' : 'account.codeLead')}>
      <CodeForm key={String(backup)} backup={backup} onOutcome={onOutcome} />
      <p className={classes.aside}>
        <button type="button" className={classes.link} onClick={() => setBackup(!backup)}>
          {t(backup ? 'account.useCode' : 'account.useBackup')}
        </button>
        {' · '}
        <button type="button" className={classes.link} onClick={onBack}>
          {t('account.otherAccount')}
        </button>
      </p>
    </OutsideCard>
  );
}

function CodeForm({ backup, onOutcome }: { readonly backup: boolean } & Pick<Props, 'onOutcome'>) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim().length < 6 ? t('account.codeMissing') : null) },
    send: ({ code }) =>
      call('verify-two-factor', { body: { code: backup ? code.trim() : code.replace(/\s/g, ''), backup } }),
    onDone: ({ status }) => onOutcome(status),
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t(backup ? 'account.backupCode' : 'account.code')}
        autoComplete="one-time-code"
        inputMode={backup ? 'text' : 'numeric'}
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        {...form.getInputProps('code')}
      />
      <ProblemNote error={error} />
      <Button type="submit" fullWidth loading={pending}>
        {t('account.confirmCode')}
      </Button>
    </form>
  );
}
