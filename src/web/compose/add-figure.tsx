import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';

interface Props {
  readonly chosen: readonly string[];
  readonly onAdd: (ref: string) => void;
}

/** The reference of a KPI that is not chosen yet: a duration in its first statistic. */
function firstRef({ id, statistics, variants }: KpiInfo, chosen: readonly string[]): string {
  const statistic = statistics[0] === undefined ? '' : `:${statistics[0]}`;
  const refs = [`${id}${statistic}`, ...variants.map((variant) => `${id}.${variant.id}${statistic}`)];
  return refs.find((ref) => !chosen.includes(ref)) ?? `${id}${statistic}`;
}

/** One more figure of the registry, found by its name. */
export function AddFigure({ chosen, onAdd }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const kpis = useQuery(kpisQuery).data ?? [];
  return (
    <Select
      size="xs"
      flex="1 1 240px"
      label={t('compose.add')}
      placeholder={t('compose.addHint')}
      searchable
      clearable={false}
      value={null}
      nothingFoundMessage={t('compose.nothingFound')}
      maxDropdownHeight={320}
      data={kpis.map((kpi) => ({ value: kpi.id, label: format.text(kpi.label) }))}
      onChange={(id) => {
        const kpi = kpis.find((each) => each.id === id);
        if (kpi !== undefined) onAdd(firstRef(kpi, chosen));
      }}
    />
  );
}
