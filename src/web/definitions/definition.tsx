import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { reportsQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { CompareVariants } from './compare-variants.tsx';
import classes from './definitions.module.css';
import { VariantList } from './variant-list.tsx';

/** One KPI in full: what it means, how it is measured in each variant, and how far variants are apart. */
export function Definition({ kpi }: { readonly kpi: KpiInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const reports = useQuery(reportsQuery).data ?? [];
  const showing = reports.filter((report) => report.kpis.some((ref) => parseRef(ref).kpi === kpi.id));
  const { benchmark, better, unit, version } = kpi;
  return (
    <Page
      title={format.text(kpi.label)}
      lead={format.text(kpi.help)}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={() => patch({ kpi: null, one: null, other: null }, true)}
        >
          {t('definition.all')}
        </Button>
      }
    >
      <div className={classes.cards}>
        <Card>
          <dl className={classes.facts}>
            <Fact name={t('definition.formula')} value={format.text(kpi.formula)} />
            <Fact name={t('definition.population')} value={format.text(kpi.population)} />
            <Fact
              name={t('definition.unit')}
              value={[t(`definition.units.${unit}`), better === null ? null : t(`definition.better.${better}`)]
                .filter((part) => part !== null)
                .join(', ')}
            />
            {benchmark !== null && (
              <Fact
                name={t('definition.benchmark')}
                value={`${format.value(benchmark.value, unit)} (${format.text(benchmark.source)})`}
              />
            )}
            <Fact name={kpi.id} value={t('definition.version', { version })} />
          </dl>
        </Card>
        <Card title={t('definition.variants')}>
          {kpi.variants.length === 0 ? (
            <p className={classes.quiet}>{t('definition.oneWay')}</p>
          ) : (
            <VariantList kpi={kpi} />
          )}
        </Card>
        {kpi.variants.length > 1 && <CompareVariants kpi={kpi} />}
        {showing.length > 0 && (
          <Card title={t('definition.reports')}>
            <ul className={classes.reports}>
              {showing.map(({ id, title, question }) => (
                <li key={id}>
                  <Link to="/reports/$id" params={{ id }}>
                    {format.text(title)}
                  </Link>{' '}
                  <span className={classes.quiet}>{format.text(question)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
