import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { call } from '../api/client.ts';
import { kpisQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './definitions.module.css';

/** The variants of a KPI, and which one the workspace means where none is named. */
export function VariantList({ kpi }: { readonly kpi: KpiInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (variant: string | null) => call('set-default-variant', { params: { id: kpi.id }, body: { variant } }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(kpisQuery.queryKey, (all) =>
        all?.map((each) => (each.id === changed.id ? changed : each)),
      );
      await Promise.all(['figures', 'tickets'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
    },
  });
  const { usualVariant, defaultVariant } = kpi;
  const meant = defaultVariant ?? usualVariant;
  const isChooser = may('manage-definitions');
  const named = kpi.variants.find(({ id }) => id === meant);
  return (
    <>
      <ul className={classes.variants}>
        {kpi.variants.map(({ id, label, help, formula, mayBeDefault }) => (
          <li key={id} className={classes.variant}>
            <div className={classes.variantText}>
              <strong>{format.text(label)}</strong>{' '}
              {id === meant && <span className={classes.chosen}>{t('definition.isDefault')}</span>}{' '}
              {id === usualVariant && id !== meant && <span className={classes.quiet}>{t('definition.isUsual')}</span>}
              <p>{format.text(help)}</p>
              <p className={classes.formula}>{format.text(formula)}</p>
              {!mayBeDefault && <p className={classes.quiet}>{t('definition.otherUnit')}</p>}
            </div>
            {isChooser && mayBeDefault && id !== meant && (
              <Button
                variant="default"
                size="xs"
                loading={change.isPending}
                aria-label={t('definition.makeDefault', { variant: format.text(label) })}
                onClick={() => change.mutate(id === usualVariant ? null : id)}
              >
                {t(id === usualVariant ? 'definition.backToUsual' : 'definition.makeDefaultShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={change.error} />
      <p role="status" className={classes.quiet}>
        {change.isSuccess && named !== undefined
          ? t('definition.saved', { kpi: format.text(kpi.label), variant: format.text(named.label) })
          : ''}
      </p>
    </>
  );
}
