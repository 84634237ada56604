import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReasonKind, reasonKinds } from '#domain/sla/review/breach-review.ts';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { useFormat } from '../../format/use-format.ts';
import settingsClasses from '../../settings/settings.module.css';
import { nameOf } from '../queries.ts';
import type { ReviewFormProps } from './form-props.ts';

const kinds = Object.keys(reasonKinds) as ReasonKind[];

/** Says why breaches happened, and may ask that they be excused. */
export function ExplainForm({ breaches, onDone }: ReviewFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { kind: 'staffing' as ReasonKind, text: '', asksExcuse: false },
    send: (values) => call('explain-breaches', { body: { clocks: breaches.map(nameOf), ...values } }),
    onDone: ({ changed }) => onDone(t('breach.explainedNow', { count: changed })),
  });
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <NativeSelect
        label={t('breach.kind')}
        data={kinds.map((value) => ({ value, label: format.text(reasonKinds[value]) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea
        label={t('breach.explanation')}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('text')}
      />
      <Checkbox label={t('breach.asksExcuse')} {...form.getInputProps('asksExcuse', { type: 'checkbox' })} />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('breach.explain')}
        </Button>
      </div>
    </form>
  );
}
