import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { retentionPreviewQuery, retentionQuery } from '../queries.ts';
import classes from './data.module.css';
import { isPeriod, longest, periodIn, periodNames, textOf, unitOf } from './periods.ts';

/** How long each kind of data is kept; an empty field keeps it for good. */
export function RetentionForm({ retention }: { readonly retention: AnswerOf<'get-retention'> }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const check = (name: (typeof periodNames)[number]) => (text: string) =>
    isPeriod(name, text) ? null : t('data.badPeriod', { most: longest(name) });
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: {
      ticketMonths: textOf(retention.ticketMonths),
      customerMonths: textOf(retention.customerMonths),
      importDays: textOf(retention.importDays),
      auditDays: textOf(retention.auditDays),
    },
    validate: {
      ticketMonths: check('ticketMonths'),
      customerMonths: check('customerMonths'),
      importDays: check('importDays'),
      auditDays: check('auditDays'),
    },
    send: (values) =>
      call('set-retention', {
        body: {
          ticketMonths: periodIn(values.ticketMonths),
          customerMonths: periodIn(values.customerMonths),
          importDays: periodIn(values.importDays),
          auditDays: periodIn(values.auditDays),
        },
      }),
    onDone: async (changed) => {
      queryClient.setQueryData(retentionQuery.queryKey, changed);
      form.resetDirty();
      await queryClient.invalidateQueries({ queryKey: retentionPreviewQuery.queryKey });
    },
  });
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate>
      {periodNames.map((name) => (
        <TextInput
          key={name}
          label={t(`data.periods.${name}`)}
          description={t(`data.periodHelp.${name}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('data.forGood')}
          rightSection={<span className={classes.unit}>{t(`data.units.${unitOf(name)}`)}</span>}
          rightSectionWidth={64}
          classNames={{ input: classes.period }}
          {...form.getInputProps(name)}
        />
      ))}
      <ProblemNote error={error} />
      <SaveBar pending={pending} saved={done && !form.isDirty()} />
    </form>
  );
}
