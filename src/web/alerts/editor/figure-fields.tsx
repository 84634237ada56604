import { NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { alertDimensions } from '#domain/alerts/alert.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { statisticChoices } from '#presentation/question/report-state.ts';
import { FilterBar } from '../../reports/filters/filter-bar.tsx';
import { useWords } from '../../reports/use-words.ts';
import classes from '../alerts.module.css';
import { TypedField } from './typed-field.tsx';
import type { AlertFormApi } from './use-alert-form.ts';

/** Which figure is looked at: KPI, variant, statistic, rows, window, and whose. */
export function FigureFields({ form }: { readonly form: AlertFormApi }) {
  const { t } = useTranslation();
  const words = useWords();
  const { filter, windowUnit } = form.values;
  return (
    <>
      <KpiFields form={form} />
      <div>
        <p className={classes.label}>{t('alert.filter')}</p>
        <FilterBar
          primary={['channel', 'team']}
          kept={{ search: filter, replaceAll: (next) => form.setFieldValue('filter', next) }}
        />
        {form.errors.filter !== undefined && (
          <p className={classes.failed} role="alert">
            {form.errors.filter}
          </p>
        )}
      </div>
      <NativeSelect
        label={t('alert.by')}
        {...form.getInputProps('by')}
        data={[
          { value: '', label: t('alert.wholeWorkspace') },
          ...alertDimensions.map((value) => ({
            value,
            label: t('alert.each', { dimension: words.dimension(value).toLowerCase() }),
          })),
        ]}
      />
      <div className={classes.pair}>
        <TypedField
          form={form}
          name="windowHours"
          label={t('alert.window')}
          help={windowUnit === 'days' ? t('alert.windowHelp') : undefined}
        />
        <NativeSelect
          label={t('alert.windowUnit')}
          {...form.getInputProps('windowUnit')}
          data={(['days', 'hours'] as const).map((value) => ({ value, label: t(`alert.windowUnits.${value}`) }))}
        />
      </div>
    </>
  );
}

function KpiFields({ form }: { readonly form: AlertFormApi }) {
  const { t } = useTranslation();
  const words = useWords();
  const { kpi: id, variant, statistic } = parseRef(form.values.kpi);
  const kpi = words.kpiOf(form.values.kpi);
  const write = (next: { id?: string; variant?: string | null; statistic?: string | null }) => {
    const asked = { id, variant, statistic, ...next };
    const own = words.kpiOf(asked.id);
    const usual = own?.statistics[0] ?? null;
    const chosen = next.id === undefined ? asked : { id: asked.id, variant: null, statistic: usual };
    const tail = `${chosen.variant ? `.${chosen.variant}` : ''}${chosen.statistic ? `:${chosen.statistic}` : ''}`;
    form.setFieldValue('kpi', `${chosen.id}${tail}`);
  };
  const offered = statisticChoices.filter((each) => kpi?.statistics.some((own) => each.startsWith(own)));
  const statistics = [...new Set([...offered, ...(statistic === null ? [] : [statistic])])];
  const nameOf = (value: string) => {
    const known = [...statisticChoices, 'n' as const].find((each) => each === value);
    if (known !== undefined) return t(`vocabulary.statistic.${known}`);
    return `≤ ${words.format.duration(Number(value.replace('within-', '')))}`;
  };
  const ofSpread = kpi !== null && kpi.statistics.length > 0;
  return (
    <>
      <Select
        label={t('alert.kpi')}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        nothingFoundMessage={t('compose.nothingFound')}
        data={words.kpis.map((each) => ({ value: each.id, label: words.format.text(each.label) }))}
        value={id}
        onChange={(chosen) => chosen !== null && write({ id: chosen })}
        error={form.errors.kpi}
      />
      {kpi !== null && (kpi.variants.length > 1 || ofSpread) && (
        <div className={classes.pair}>
          {kpi.variants.length > 1 && (
            <NativeSelect
              label={t('alert.variant')}
              value={variant ?? ''}
              onChange={(event) => write({ variant: event.currentTarget.value || null })}
              data={[
                { value: '', label: t('alert.usualVariant') },
                ...kpi.variants.map(({ id: value, label }) => ({ value, label: words.format.text(label) })),
              ]}
            />
          )}
          {ofSpread && (
            <NativeSelect
              label={t('alert.statistic')}
              value={statistic ?? kpi.statistics[0] ?? ''}
              onChange={(event) => write({ statistic: event.currentTarget.value })}
              data={statistics.map((value) => ({ value, label: nameOf(value) }))}
            />
          )}
          {ofSpread && (
            <NativeSelect
              label={t('alert.time')}
              {...form.getInputProps('time')}
              data={(['business', 'calendar'] as const).map((value) => ({ value, label: t(`alert.times.${value}`) }))}
            />
          )}
        </div>
      )}
    </>
  );
}
