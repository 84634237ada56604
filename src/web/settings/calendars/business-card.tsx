import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { Card } from '../../ui/card.tsx';
import classes from '../settings.module.css';
import type { CalendarList } from './queries.ts';

interface Props {
  readonly list: CalendarList;
  readonly edits: boolean;
}

/** The calendar in which business time is counted. */
export function BusinessCard({ list, edits }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: { id: list.business },
    send: (body) => call('choose-business-calendar', { body }),
    onDone: () => queryClient.invalidateQueries(),
  });
  const choices = list.calendars.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={t('calendar.business')} help={t('calendar.businessHelp')}>
      <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
        <NativeSelect
          label={t('calendar.businessLabel')}
          disabled={!edits}
          {...form.getInputProps('id')}
          data={[{ value: 'always', label: t('calendar.always') }, ...choices]}
        />
        <ProblemNote error={error} />
        {edits && <SaveBar label={t('calendar.choose')} pending={pending} saved={done && !form.isDirty()} />}
      </form>
    </Card>
  );
}
