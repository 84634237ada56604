import { Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useZone } from '../api/workspace.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import { ZoneSelect } from '../form/zone-select.tsx';
import { useFormat } from '../format/use-format.ts';
import { type ScheduleView, schedulesQuery } from '../settings/queries.ts';
import classes from '../settings/settings.module.css';
import {
  findBadAddress,
  type NewSchedule,
  periodFor,
  periodsFor,
  type ScheduleValues,
  scheduleOf,
} from './schedule-values.ts';
import { TimingFields } from './timing-fields.tsx';

/** What is sent: a report or a dashboard as it stands on its page. */
export interface Scheduled {
  readonly title: string;
  /** As the address of the page has it. */
  readonly period: string | undefined;
  readonly subject: NewSchedule['subject'];
}

interface Props {
  readonly scheduled: Scheduled;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Whether a mail server is set. */
  readonly mail: boolean;
  readonly onMade: (made: ScheduleView) => void;
}

function useScheduleForm({ scheduled, onMade }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeZone = useZone();
  const queryClient = useQueryClient();
  const { title, period, subject } = scheduled;
  const initialValues: ScheduleValues = {
    title,
    period: periodFor(subject, period),
    ...{ every: 'week', weekday: '1', day: '1', time: '08:00', timeZone, language: format.language },
    ...{ attachment: 'xlsx', onlyWithData: false, members: [], addresses: '' },
  };
  return useApiForm({
    initialValues,
    validate: {
      title: (value) => (value.trim() === '' ? t('schedule.nameMissing') : null),
      addresses: (value, { members }) => {
        const bad = findBadAddress(value);
        if (bad !== null) return t('schedule.badAddress', { address: bad });
        return value.trim() === '' && members.length === 0 ? t('schedule.nobody') : null;
      },
    },
    send: (values) => call('create-schedule', { body: scheduleOf(values, subject) }),
    onDone: (made) => {
      void queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
      onMade(made);
    },
  });
}

/** A schedule of what is on the page as it is set now. */
export function ScheduleForm(props: Props) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useScheduleForm(props);
  const { people, mail, scheduled } = props;
  const ofDashboard = scheduled.subject.kind === 'dashboard';
  const { values } = form;
  return (
    <form className={classes.sheet} onSubmit={onSubmit} noValidate>
      <p className={classes.text}>{t(ofDashboard ? 'schedule.whatOfDashboard' : 'schedule.what')}</p>
      {!mail && (
        <p className={classes.text} role="note">
          {t('schedule.noMail')}
        </p>
      )}
      <TextInput
        label={t('schedule.name')}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('title')}
      />
      <NativeSelect
        label={t('schedule.period')}
        {...form.getInputProps('period')}
        data={periodsFor(scheduled.subject).map((value) => ({ value, label: t(`schedule.periods.${value}`) }))}
      />
      <TimingFields form={form} />
      <ZoneSelect
        label={t('schedule.zone')}
        value={values.timeZone}
        onChange={(zone) => form.setFieldValue('timeZone', zone)}
      />
      <MultiSelect
        label={t('schedule.members')}
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...values.members]}
        onChange={(members) => form.setFieldValue('members', members)}
      />
      <TextInput
        label={t('schedule.addresses')}
        description={t('schedule.addressesHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        {...form.getInputProps('addresses')}
      />
      <NativeSelect
        label={t('schedule.attachment')}
        {...form.getInputProps('attachment')}
        data={[
          { value: 'xlsx', label: t('schedule.withXlsx') },
          { value: 'pdf', label: t('schedule.withPdf') },
          { value: '', label: t('schedule.withNothing') },
        ]}
      />
      <NativeSelect
        label={t('schedule.language')}
        {...form.getInputProps('language')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
      />
      <Checkbox label={t('schedule.onlyWithData')} {...form.getInputProps('onlyWithData', { type: 'checkbox' })} />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('schedule.save')}
        </Button>
      </div>
    </form>
  );
}
