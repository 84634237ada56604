import { Button, Collapse, SegmentedControl, Skeleton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Every, QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { composedId } from '#presentation/question/composed-id.ts';
import { fittingEvery, suitableEvery, writeRange } from '#presentation/question/period.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { type TableModel, toTsv } from '#presentation/table/table-model.ts';
import { WhoseControl } from '../access/whose-control.tsx';
import { ExportMenu } from '../exports/export-menu.tsx';
import { ExportStatus } from '../exports/export-status.tsx';
import { useReportExport } from '../exports/use-report-export.ts';
import { useFormat } from '../format/use-format.ts';
import { questionIn } from '../saved/address-of-view.ts';
import { SaveMenu } from '../saved/save-menu.tsx';
import { ReportSchedule } from '../schedules/report-schedule.tsx';
import { ShareButton } from '../shared/share-button.tsx';
import { useUrl } from '../state/url.ts';
import { DrillDown } from '../tickets/drill-down.tsx';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { FigureTable } from './figure-table.tsx';
import { NothingCounted, useEnd } from './nothing-counted.tsx';
import { Panel } from './panel.tsx';
import classes from './report.module.css';
import { Standing } from './standing.tsx';
import { UrlProblems } from './url-problems.tsx';
import { useReportSearch } from './use-report-search.ts';

const Discussion = lazy(async () => ({ default: (await import('../discussion/discussion.tsx')).Discussion }));
const Composer = lazy(async () => ({ default: (await import('../compose/composer.tsx')).Composer }));

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
  /** More to see of the same figures, after the picture. */
  readonly beside?: ReactNode;
  /** The order of the table until the reader chooses another. */
  readonly sort?: string;
}

/** The page of a report: question, picture, table, what the figures rest on, and the panel of settings. */
export function ReportFrame(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const wide = useMediaQuery('(min-width: 1180px)', true);
  const checked = useReportSearch();
  const [opened, { toggle }] = useDisclosure(false);
  const { report, state, results } = props;
  const isComposed = report.id === composedId;
  const files = useReportExport(report, state);
  const panel = <Panel report={report} state={state} results={results} />;
  return (
    <div data-print="yes" className={classes.sheet}>
      <Page
        title={format.text(report.title)}
        heading={format.text(report.question)}
        lead={format.text(report.title)}
        actions={
          <div data-print="no" className={classes.actions}>
            <WhoseControl />
            <SegmentedControl
              size="xs"
              aria-label={t('report.view')}
              value={state.every === null ? 'totals' : 'time'}
              onChange={(value) =>
                patch({ every: value === 'totals' ? 'none' : frequencyOf(report, state), sort: null }, true)
              }
              data={[
                { value: 'time', label: t('report.overTime') },
                { value: 'totals', label: t('report.totals') },
              ]}
            />
            <SaveMenu report={isComposed ? null : report.id} title={format.text(report.title)} />
            <ExportMenu onChoose={files.choose} />
            {!isComposed && <ReportSchedule report={report} state={state} />}
            {report.kpis.length > 0 && <ShareButton report={report} state={state} />}
          </div>
        }
      >
        <UrlProblems {...checked} />
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
            {isComposed && (
              <Suspense fallback={<Skeleton height={160} radius="md" />}>
                <Composer report={report} state={state} search={checked.search} />
              </Suspense>
            )}
            <Figures {...props} />
          </div>
          {wide && <div data-print="no">{panel}</div>}
        </div>
        <Suspense>
          <OfReport report={report} state={state} />
        </Suspense>
        <DrillDown reportFilter={report.filter ?? null} />
      </Page>
    </div>
  );
}

/** What is said of the report, or of the saved one that it was opened from; a composed one must be saved to be spoken of. */
function OfReport({ report, state }: Pick<Props, 'report' | 'state'>) {
  const { search } = useUrl();
  const { saved } = search;
  if (saved === undefined && report.id === composedId) return null;
  const subject =
    saved === undefined ? ({ kind: 'report', id: report.id } as const) : ({ kind: 'saved-report', id: saved } as const);
  return <Discussion subject={subject} query={{ ...questionIn(search), period: writeRange(state.period) }} />;
}

/** The frequency that a report opens with over time. */
function frequencyOf({ every }: Report, { period }: ReportState): Every {
  return every === null ? suitableEvery(period) : fittingEvery(every, period);
}

function Figures({ report, results, model, picture, beside, error, onRetry, note, sort }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = useEnd();
  if (error !== null && model === null) return <ProblemView error={error} onRetry={onRetry} />;
  if (model === null) return <FiguresSkeleton />;
  if (countsNothing(model, ended)) return <NothingCounted ended={ended} />;
  return (
    <>
      {note != null && <p className={classes.swapped}>{note}</p>}
      {picture !== null && report.picture !== 'table' && (
        <Card>
          <h2 className="visually-hidden">{t('report.picture')}</h2>
          {picture}
        </Card>
      )}
      {beside}
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

/** No figure at all; past the end of the data a count of 0 says nothing either. */
function countsNothing({ rows, columns }: TableModel, ended: string | null): boolean {
  const isNothing = (value: unknown) => value === null || (ended !== null && value === 0);
  return rows.every(({ cells }) =>
    cells.every(({ value }, index) => isNothing(value) || columns[index]?.numeric !== true),
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
