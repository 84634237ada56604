import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Filter } from '#domain/report/filter.ts';
import { parseRef, partsOf } from '#presentation/figures/figures.ts';
import { filterOfSearch, isConditionKey } from '#presentation/question/conditions.ts';
import { closeDrill, type Drill, readDrill } from '#presentation/question/drill.ts';
import { encodeValues, filterOf } from '#presentation/question/filters.ts';
import type { Patch } from '#presentation/question/patch-search.ts';
import { addDays, writeRange } from '#presentation/question/period.ts';
import { dimensionsQuery, type TicketsCall, ticketsQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { useNames } from '../state/use-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import classes from './drill-down.module.css';
import { Pager } from './pager.tsx';
import { TicketTable } from './ticket-table.tsx';

/** The tickets behind the figure that the URL names: the same filter, the same total. */
export function DrillDown({ reportFilter = null }: { readonly reportFilter?: Filter | null }) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const drill = readDrill(search);
  return (
    <SideSheet
      opened={drill !== null}
      onClose={() => patch(closeDrill)}
      side="right"
      size="min(760px, 100vw)"
      title={t('ticket.behind')}
    >
      {drill !== null && <Tickets key={JSON.stringify(drill)} drill={drill} reportFilter={reportFilter} />}
    </SideSheet>
  );
}

interface Props {
  readonly drill: Drill;
  readonly reportFilter: Filter | null;
}

type Part = 'all' | 'hit' | 'miss';

function Tickets({ drill, reportFilter }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { search, patch } = useUrl();
  const [after, setAfter] = useState<string | null>(null);
  const figures = partsOf(drill.kpi).filter((ref) => words.opens(ref));
  const ref = figures[Number(search['d.of'] ?? 0)] ?? figures[0] ?? drill.kpi;
  const cells = Object.fromEntries(drill.cells.map(({ dimension, value }) => [dimension, [value]]));
  const filter = filterOfSearch(search, reportFilter, filterOf(cells));
  const part: Part = search['d.part'] === 'hit' || search['d.part'] === 'miss' ? search['d.part'] : 'all';
  const call: TicketsCall = {
    kpi: ref,
    part,
    ...drill.period,
    time: search.time === 'calendar' ? 'calendar' : 'business',
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
    ...(after === null ? {} : { after }),
  };
  const answer = useQuery(ticketsQuery(call));
  const name = words.figure(drill.kpi);
  const choose = (change: Patch) => {
    setAfter(null);
    patch(change);
  };
  return (
    <>
      <Where drill={drill} name={name} />
      <div className={classes.bar}>
        {figures.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={name}
            value={ref}
            onChange={(value) => choose({ 'd.of': String(figures.indexOf(value)), 'd.part': null })}
            data={figures.map((value) => ({ value, label: words.figure(value) }))}
          />
        )}
        {isShare(ref, words.kpiOf(ref)) && (
          <SegmentedControl
            size="xs"
            aria-label={name}
            value={part}
            onChange={(value) => choose({ 'd.part': value === 'all' ? null : value })}
            data={[
              { value: 'all', label: t('ticket.allOfThem') },
              { value: 'hit', label: t('ticket.hits') },
              { value: 'miss', label: t('ticket.misses') },
            ]}
          />
        )}
        {answer.data !== undefined && (
          <p className={`${classes.count} figures`} aria-live="polite" data-testid="drill-total">
            {answer.data.n === answer.data.total
              ? t('ticket.behindSame', { tickets: format.count(answer.data.total) })
              : t('ticket.behindLead', { n: format.count(answer.data.n), tickets: format.count(answer.data.total) })}
          </p>
        )}
        <Link to="/tickets" search={listSearch(search, { ...drill, kpi: ref })} className={classes.list}>
          {t('ticket.openList')} →
        </Link>
      </div>
      {answer.isError && answer.data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={300} />}
      {answer.data?.items.length === 0 && <EmptyState title={t('ticket.none')} />}
      {answer.data !== undefined && answer.data.items.length > 0 && (
        <>
          <TicketTable page={answer.data} dense />
          <Pager next={answer.data.next} first={after === null} onGo={setAfter} />
        </>
      )}
    </>
  );
}

/** Whether rows count for the figure or do not: a share of them, or the part of them within a time. */
function isShare(ref: string, kpi: KpiInfo | null): boolean {
  const { variant, statistic } = parseRef(ref);
  if (statistic !== null) return statistic.startsWith('within-');
  const meant = variant ?? kpi?.defaultVariant ?? kpi?.usualVariant;
  return (kpi?.variants.find(({ id }) => id === meant)?.unit ?? kpi?.unit) === 'share';
}

/** The same tickets as a list of their own. */
function listSearch(search: Readonly<Record<string, string>>, drill: Drill): Record<string, string> {
  const filters = Object.entries(search).filter(([key]) => isConditionKey(key));
  const cells = drill.cells.map(({ dimension, value }) => [`f.${dimension}`, encodeValues([value])]);
  return { ...Object.fromEntries([...filters, ...cells]), kpi: drill.kpi, period: writeRange(drill.period) };
}

function Where({ drill, name }: { readonly drill: Drill; readonly name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  return (
    <div className={classes.where}>
      <strong>{name}</strong>
      <span>{format.range(drill.period.from, addDays(drill.period.to, -1))}</span>
      {drill.cells.map(({ dimension, value }) => {
        const found = dimensions.find(({ id }) => id === dimension);
        return (
          <span key={dimension}>
            {t('common.pair', {
              name: found === undefined ? dimension : format.text(found.label),
              value: names(dimension, value),
            })}
          </span>
        );
      })}
    </div>
  );
}
