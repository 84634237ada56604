import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import type { ScheduleValues } from './schedule-values.ts';

const everies = ['day', 'week', 'month'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** How often, on which day and at what time. */
export function TimingFields({ form }: { readonly form: UseFormReturnType<ScheduleValues> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { every, day } = form.values;
  return (
    <>
      <NativeSelect
        label={t('schedule.often')}
        {...form.getInputProps('every')}
        data={everies.map((value) => ({ value, label: t(`schedule.everies.${value}`) }))}
      />
      {every === 'week' && (
        <NativeSelect
          label={t('schedule.weekday')}
          {...form.getInputProps('weekday')}
          data={weekdays.map((value) => ({ value: String(value), label: format.weekday(value, 'long') }))}
        />
      )}
      {every === 'month' && (
        <NumberInput
          label={t('schedule.day')}
          min={1}
          max={31}
          clampBehavior="strict"
          value={Number(day)}
          onChange={(value) => form.setFieldValue('day', String(value))}
        />
      )}
      <TextInput type="time" label={t('schedule.time')} required withAsterisk={false} {...form.getInputProps('time')} />
    </>
  );
}
