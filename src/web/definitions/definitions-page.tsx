import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { kpisQuery } from '../api/queries.ts';
import { SearchField } from '../form/search-field.tsx';
import { useFormat } from '../format/use-format.ts';
import { findIn } from '../frame/find-in.ts';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { Definition } from './definition.tsx';
import classes from './definitions.module.css';

/** Every KPI of the registry, and one of them in full. */
export function DefinitionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const answer = useQuery(kpisQuery);
  const chosen = answer.data?.find(({ id }) => id === search.kpi);
  if (chosen !== undefined) return <Definition key={chosen.id} kpi={chosen} />;
  const found = findIn(answer.data ?? [], search.q ?? '', ({ id, label, help }) => [
    id,
    format.text(label),
    format.text(help),
  ]);
  return (
    <Page
      title={t('definition.title')}
      lead={t('definition.lead')}
      actions={
        <SearchField
          size="xs"
          w={240}
          label={t('definition.find')}
          value={search.q ?? ''}
          onChange={(value) => patch({ q: value === '' ? null : value })}
        />
      }
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={400} radius="md" />}
      {answer.isSuccess && found.length === 0 && <EmptyState title={t('definition.noneFound')} />}
      {found.length > 0 && (
        <ul className={classes.list}>
          {found.map((kpi) => (
            <Entry key={kpi.id} kpi={kpi} onOpen={() => patch({ kpi: kpi.id }, true)} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Entry({ kpi, onOpen }: { readonly kpi: KpiInfo; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, help, variants, defaultVariant } = kpi;
  return (
    <li>
      <button type="button" className={classes.entry} onClick={onOpen}>
        <span className={classes.name}>{format.text(label)}</span>
        <span className={classes.help}>{format.text(help)}</span>
        <span className={classes.notes}>
          {variants.length > 0 && <span>{t('definition.variantCount', { count: variants.length })}</span>}
          {defaultVariant !== null && <span className={classes.chosen}>{t('definition.changedHere')}</span>}
        </span>
      </button>
    </li>
  );
}
