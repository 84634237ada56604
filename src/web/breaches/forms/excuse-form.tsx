import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import settingsClasses from '../../settings/settings.module.css';
import { nameOf } from '../queries.ts';
import type { ReviewFormProps } from './form-props.ts';

/** Takes breaches out of the adjusted figures, with a reason. */
export function ExcuseForm({ breaches, onDone }: ReviewFormProps) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? t('breach.reasonMissing') : null) },
    send: ({ reason }) => call('excuse-breaches', { body: { clocks: breaches.map(nameOf), reason } }),
    onDone: ({ changed, pending: later }) =>
      onDone(`${t('breach.excusedNow', { count: changed })}${later ? ` ${t('breach.later')}` : ''}`),
  });
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <p>{t('breach.excuseLead')}</p>
      <Textarea
        label={t('breach.reason')}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('reason')}
      />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('breach.excuse')}
        </Button>
      </div>
    </form>
  );
}
