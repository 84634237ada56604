import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { valuesQuery } from '../../api/queries.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import settingsClasses from '../../settings/settings.module.css';
import { useNames } from '../../state/use-names.ts';
import { nameOf } from '../queries.ts';
import type { ReviewFormProps } from './form-props.ts';

type Whom = 'agent' | 'team' | 'rules';
const whoms = ['agent', 'team', 'rules'] as const satisfies readonly Whom[];

/** Says which agent or team answers for breaches, or leaves that to the rules again. */
export function ReassignForm({ breaches, onDone }: ReviewFormProps) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { whom: 'agent' as Whom, agent: '', team: '', reason: '' },
    validate: {
      agent: (value, { whom }) => (whom === 'agent' && value === '' ? t('breach.nobodyChosen') : null),
      team: (value, { whom }) => (whom === 'team' && value === '' ? t('breach.nobodyChosen') : null),
      reason: (value) => (value.trim() === '' ? t('breach.reasonMissing') : null),
    },
    send: ({ whom, agent, team, reason }) => {
      const to = whom === 'rules' ? null : whom === 'agent' ? { agent } : { team };
      return call('reassign-breaches', { body: { clocks: breaches.map(nameOf), to, reason } });
    },
    onDone: ({ changed, pending: later }) =>
      onDone(`${t('breach.reassignedNow', { count: changed })}${later ? ` ${t('breach.later')}` : ''}`),
  });
  const { whom } = form.values;
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <NativeSelect
        label={t('breach.whom')}
        data={whoms.map((value) => ({ value, label: t(`breach.whoms.${value}`) }))}
        {...form.getInputProps('whom')}
      />
      {whom !== 'rules' && <Holders of={whom} input={form.getInputProps(whom)} />}
      <Textarea label={t('breach.reason')} autosize minRows={3} maxLength={2000} {...form.getInputProps('reason')} />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('breach.reassign')}
        </Button>
      </div>
    </form>
  );
}

interface HoldersProps {
  readonly of: 'agent' | 'team';
  readonly input: object;
}

function Holders({ of, input }: HoldersProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { data } = useQuery(valuesQuery(of, '', 500));
  const known = (data?.items ?? []).flatMap(({ value, label }) =>
    value === null ? [] : [{ value: String(value), label: label ?? names(of, value) }],
  );
  return (
    <NativeSelect
      label={t(`breach.whoms.${of}`)}
      data={[{ value: '', label: t('breach.choose') }, ...known.sort((a, b) => a.label.localeCompare(b.label))]}
      {...input}
    />
  );
}
