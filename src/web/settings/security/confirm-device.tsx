import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SecretField } from '../../form/secret-field.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { QrCode } from './qr-code.tsx';
import classes from './security.module.css';

interface Props {
  readonly setup: AnswerOf<'start-two-factor'>;
  readonly onDone: () => void | Promise<void>;
  readonly onCancel: () => void;
}

/** The secret into the reader's app, and a first code back as proof that it is there. */
export function ConfirmDevice({ setup, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.replace(/\s/g, '').length < 6 ? t('account.codeMissing') : null) },
    send: ({ code }) => call('confirm-two-factor', { body: { code: code.replace(/\s/g, '') } }),
    onDone,
  });
  return (
    <div className={classes.device}>
      <QrCode text={setup.uri} label={t('security.qr')} />
      <form className={classes.steps} onSubmit={onSubmit} noValidate>
        <p>{t('security.scan')}</p>
        <SecretField label={t('security.secret')} value={setup.secret} copy={t('common.copy')} />
        <TextInput
          label={t('security.firstCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <ProblemNote error={error} />
        <div className={formClasses.foot}>
          <Button type="submit" size="xs" loading={pending}>
            {t('security.turnOn')}
          </Button>
          <Button variant="default" size="xs" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}
