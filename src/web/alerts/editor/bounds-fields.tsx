import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../form/choices.tsx';
import classes from '../alerts.module.css';
import { type AlertFormApi, lineKindOf } from './use-alert-form.ts';

const kinds = ['threshold', 'unusual'] as const;

/** What gives alarm: a line, or the usual band, on which side, from how many rows, and how long back is back. */
export function BoundsFields({ form }: { readonly form: AlertFormApi }) {
  const { t } = useTranslation();
  const { kind, kpi, side } = form.values;
  const sides = kind === 'threshold' ? (['below', 'above'] as const) : (['either', 'above', 'below'] as const);
  const order = ['label', 'input', 'description', 'error'] as const;
  const choose = (next: (typeof kinds)[number]) => {
    form.setFieldValue('kind', next);
    if (next === 'threshold' && side === 'either') form.setFieldValue('side', 'below');
  };
  return (
    <>
      <Choices
        legend={t('alert.kind')}
        value={kind}
        onChange={choose}
        choices={kinds.map((value) => ({
          value,
          label: t(`alert.kinds.${value}`),
          help: t(`alert.kindHelp.${value}`),
        }))}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('alert.side')}
          {...form.getInputProps('side')}
          data={sides.map((value) => ({ value, label: t(`alert.sideNames.${value}`) }))}
        />
        {kind === 'threshold' ? (
          <TextInput
            label={t('alert.line')}
            description={t(`alert.lineHelp.${lineKindOf(kpi)}`)}
            inputWrapperOrder={[...order]}
            autoComplete="off"
            {...form.getInputProps('line')}
          />
        ) : (
          <TextInput
            label={t('alert.width')}
            description={t('alert.widthHelp')}
            inputWrapperOrder={[...order]}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('width')}
          />
        )}
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('alert.leastN')}
          description={t('alert.leastNHelp')}
          inputWrapperOrder={[...order]}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('leastN')}
        />
        <TextInput
          label={t('alert.keep')}
          description={t('alert.keepHelp')}
          inputWrapperOrder={[...order]}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('keepFiringMinutes')}
        />
      </div>
    </>
  );
}
