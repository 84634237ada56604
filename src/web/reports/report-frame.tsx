import { Button, Collapse, SegmentedControl, Skeleton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { suitableEvery } from '#presentation/question/period.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { type TableModel, toTsv } from '#presentation/table/table-model.ts';
import { WhoseControl } from '../access/whose-control.tsx';
import { ExportMenu } from '../exports/export-menu.tsx';
import { ExportStatus } from '../exports/export-status.tsx';
import { useReportExport } from '../exports/use-report-export.ts';
import { useFormat } from '../format/use-format.ts';
import { SaveMenu } from '../saved/save-menu.tsx';
import { ShareButton } from '../shared/share-button.tsx';
import { useUrl } from '../state/url.ts';
import { DrillDown } from '../tickets/drill-down.tsx';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { FigureTable } from './figure-table.tsx';
import { Panel } from './panel.tsx';
import classes from './report.module.css';
import { Standing } from './standing.tsx';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly results: readonly QueryResult[];
  readonly model: TableModel | null;
  readonly picture: ReactNode;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly note?: string | null;
  /** The order of the table until the reader chooses another. */
  readonly sort?: string;
}

/** The page of a report: question, picture, table, what the figures rest on, and the panel of settings. */
export function ReportFrame(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const wide = useMediaQuery('(min-width: 1180px)', true);
  const [opened, { toggle }] = useDisclosure(false);
  const { report, state, results } = props;
  const files = useReportExport(report, state);
  const panel = <Panel report={report} state={state} results={results} />;
  return (
    <Page
      title={format.text(report.title)}
      heading={format.text(report.question)}
      lead={format.text(report.title)}
      actions={
        <>
          <WhoseControl />
          <SegmentedControl
            size="xs"
            aria-label={t('report.view')}
            value={state.every === null ? 'totals' : 'time'}
            onChange={(value) =>
              patch({ every: value === 'totals' ? 'none' : suitableEvery(state.period), sort: null }, true)
            }
            data={[
              { value: 'time', label: t('report.overTime') },
              { value: 'totals', label: t('report.totals') },
            ]}
          />
          <SaveMenu report={report.id} title={format.text(report.title)} />
          <ExportMenu onChoose={files.choose} />
          <ShareButton report={report} state={state} />
        </>
      }
    >
      <ExportStatus current={files.current} onCancel={files.cancel} />
      {!wide && (
        <>
          <Button
            variant="default"
            size="xs"
            mb={12}
            leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
            aria-expanded={opened}
            onClick={toggle}
          >
            {t('report.filters')}
          </Button>
          <Collapse expanded={opened}>{panel}</Collapse>
        </>
      )}
      <div className={classes.columns}>
        <div className={classes.main} aria-busy={props.fetching} data-fetching={props.fetching || undefined}>
          <Figures {...props} />
        </div>
        {wide && panel}
      </div>
      <DrillDown reportFilter={report.filter ?? null} />
    </Page>
  );
}

function Figures({ report, results, model, picture, error, onRetry, note, sort }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  if (error !== null && model === null) return <ProblemView error={error} onRetry={onRetry} />;
  if (model === null) return <FiguresSkeleton />;
  if (
    model.rows.every(({ cells }) =>
      cells.every(({ value }, index) => value === null || model.columns[index]?.numeric !== true),
    )
  ) {
    return (
      <EmptyState
        title={t('report.empty')}
        action={
          <Button variant="default" size="xs" onClick={() => patch({ period: 'all' }, true)}>
            {t('report.emptyAll')}
          </Button>
        }
      >
        {t('report.emptyLead')} {t('report.unavailable')}
      </EmptyState>
    );
  }
  return (
    <>
      {note != null && <p className={classes.swapped}>{note}</p>}
      {picture !== null && report.picture !== 'table' && (
        <Card>
          <h2 className="visually-hidden">{t('report.picture')}</h2>
          {picture}
        </Card>
      )}
      <Card
        title={t('report.table')}
        aside={<CopyButton text={() => toTsv(model)} label={t('report.copyTsv')} />}
        flush
      >
        <div className={classes.table}>
          <FigureTable
            model={model}
            {...(sort === undefined ? {} : { sort })}
            label={`${t('report.table')}: ${format.text(report.title)}`}
          />
        </div>
      </Card>
      {results[0] !== undefined && <Standing result={results[0]} />}
    </>
  );
}

function FiguresSkeleton() {
  return (
    <>
      <Skeleton height={340} radius="md" />
      <Skeleton height={280} radius="md" />
    </>
  );
}
