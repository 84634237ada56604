import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../form/choices.tsx';
import classes from '../alerts.module.css';
import { TypedField } from './typed-field.tsx';
import { type AlertFormApi, lineKindOf } from './use-alert-form.ts';

const kinds = ['threshold', 'unusual'] as const;

/** What gives alarm: a line, or the usual band, on which side, from how many rows, and how long back is back. */
export function BoundsFields({ form }: { readonly form: AlertFormApi }) {
  const { t } = useTranslation();
  const { kind, kpi, side } = form.values;
  const sides = kind === 'threshold' ? (['below', 'above'] as const) : (['either', 'above', 'below'] as const);
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
          <TypedField
            form={form}
            name="line"
            label={t('alert.line')}
            help={t(`alert.lineHelp.${lineKindOf(kpi)}`)}
            inputMode="text"
          />
        ) : (
          <TypedField
            form={form}
            name="width"
            label={t('alert.width')}
            help={t('alert.widthHelp')}
            inputMode="decimal"
          />
        )}
      </div>
      <div className={classes.pair}>
        <TypedField form={form} name="leastN" label={t('alert.leastN')} help={t('alert.leastNHelp')} />
        <TypedField form={form} name="keepFiringMinutes" label={t('alert.keep')} help={t('alert.keepHelp')} />
      </div>
    </>
  );
}
