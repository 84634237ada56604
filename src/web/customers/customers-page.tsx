import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { customerFigures, customerGroups } from '#domain/report/customer-figures.ts';
import { parsePeriod } from '#presentation/question/period.ts';
import { SeenPart } from '../access/seen-part.tsx';
import { usePeriodContext } from '../api/workspace.ts';
import { FindField } from '../form/find-field.tsx';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useOffered } from '../reports/settings/use-offered.ts';
import { useUrl } from '../state/url.ts';
import { DrillDown } from '../tickets/drill-down.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { groupOf, leastChoices, leastOf } from './asking.ts';
import { CustomerList } from './customer-list.tsx';
import { Rankings } from './rankings.tsx';

/** Whom we serve: four rankings, and all of them in a table that any figure orders. */
export function CustomersPage() {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const period = parsePeriod(search.period, usePeriodContext());
  const offered = useOffered(customerFigures);
  const by = groupOf(search);
  return (
    <Page title={t('customer.title')} lead={t('customer.lead')}>
      <PageBar>
        <SegmentedControl
          size="xs"
          aria-label={t('customer.by')}
          value={by}
          onChange={(value) => patch({ by: value === 'company' ? value : null, after: null, q: null }, true)}
          data={customerGroups.map((value) => ({
            value,
            label: t(value === 'company' ? 'customer.companies' : 'customer.customers'),
          }))}
        />
        <FindField key={by} label={t('customer.find')} width={200} maxLength={200} />
        <PeriodMenu />
        <Select
          size="xs"
          w={150}
          aria-label={t('customer.leastLabel')}
          value={String(leastOf(search))}
          onChange={(value) => patch({ least: value, after: null })}
          data={leastChoices.map((n) => ({
            value: String(n),
            label: n === 1 ? t('customer.leastAll') : t('customer.least', { n }),
          }))}
          allowDeselect={false}
        />
        <FilterBar primary={['company', 'tier', 'channel', 'marketplace', 'region']} offered={offered} />
        <SeenPart />
      </PageBar>
      <Rankings period={period} />
      <CustomerList period={period} />
      <DrillDown />
    </Page>
  );
}
