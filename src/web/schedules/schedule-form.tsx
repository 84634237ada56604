import { Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import { settingsOf } from '#presentation/question/address-of.ts';
import { askingOf } from '#presentation/question/asking.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { call } from '../api/client.ts';
import { kpisQuery } from '../api/queries.ts';
import { useWorkspace } from '../api/workspace.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import { ZoneSelect } from '../form/zone-select.tsx';
import { useFormat } from '../format/use-format.ts';
import { type ScheduleView, schedulesQuery } from '../settings/queries.ts';
import classes from '../settings/settings.module.css';
import { useUrl } from '../state/url.ts';
import { findBadAddress, mailedPeriods, type ScheduleValues, scheduleOf } from './schedule-values.ts';
import { TimingFields } from './timing-fields.tsx';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Whether a mail server is set. */
  readonly mail: boolean;
  readonly onMade: (made: ScheduleView) => void;
}

function useScheduleForm({ report, state, onMade }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search } = useUrl();
  const { timeZone } = useWorkspace();
  const queryClient = useQueryClient();
  const kpis = useQuery(kpisQuery).data ?? [];
  const initialValues: ScheduleValues = {
    title: format.text(report.title),
    period: mailedPeriods.find((period) => period === search.period) ?? 'last-7-days',
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
    send: (values) => {
      const query = settingsOf(askingOf(report, state, search), kpis);
      return call('create-schedule', { body: scheduleOf(values, { kind: 'report', report: report.id, query }) });
    },
    onDone: (made) => {
      void queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
      onMade(made);
    },
  });
}

/** A schedule of the report as it is set now. */
export function ScheduleForm(props: Props) {
  const { t } = useTranslation();
  const { form, onSubmit, pending, error } = useScheduleForm(props);
  const { people, mail } = props;
  const { values } = form;
  return (
    <form className={classes.sheet} onSubmit={onSubmit} noValidate>
      <p className={classes.text}>{t('schedule.what')}</p>
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
        data={mailedPeriods.map((value) => ({ value, label: t(`schedule.periods.${value}`) }))}
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
