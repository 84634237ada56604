import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reports } from '#domain/report/catalogue/index.ts';
import { addressOnBoard, type ReportTile, type Tile } from '#domain/report/dashboard.ts';
import type { Report } from '#domain/report/report.ts';
import { planTile } from '#presentation/board/plan-tile.ts';
import type { Plan, Shown } from '#presentation/report/plan-report.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { PictureView } from '../reports/picture-view.tsx';
import { OpenDrillContext } from '../state/open-drill.ts';
import classes from './board.module.css';
import type { AnsweredBoard } from './queries.ts';
import { TileTable } from './tile-table.tsx';
import type { OpenReports } from './use-open-reports.tsx';

const TextView = lazy(async () => ({ default: (await import('./text-view.tsx')).TextView }));

export interface TileProps {
  readonly tile: Tile;
  /** Undefined: it is on its way. */
  readonly answered: AnsweredBoard | undefined;
  readonly words: Words;
  /** What can be done with the tile, in its head. */
  readonly tools?: ReactNode;
  /** Leads to the report, with the same question. */
  readonly opens?: OpenReports;
  readonly onRetry?: () => void;
}

/** A tile: a text, or a report with its title, its picture or its table. What goes wrong in it stays in it. */
export function TileView(props: TileProps) {
  const { t } = useTranslation();
  const { tile, tools } = props;
  if (tile.kind === 'report') return <ReportTileView {...props} tile={tile} />;
  return (
    <div className={classes.tile}>
      {tools !== undefined && <div className={classes.floating}>{tools}</div>}
      <div className={`${classes.body} ${classes.scrolls}`} {...reachable(t('dashboard.text'))}>
        <Suspense fallback={<Skeleton height={40} />}>
          <TextView text={tile.text} />
        </Suspense>
      </div>
    </div>
  );
}

interface Ready {
  readonly report: Report;
  readonly plan: Plan;
  readonly shown: Shown | null;
  /** The order of its table: what the tile says, else that of the report. */
  readonly sort: string | null;
}

/** The figures of a tile, made of its answers as its report would make them; null where there are none yet. */
function useReady({ tile, answered, words }: TileProps): Ready | null {
  return useMemo(() => {
    const asked = answered?.tiles.find(({ id }) => id === tile.id);
    const answers = answered?.data.tiles.find(({ id }) => id === tile.id)?.answers ?? [];
    if (answered === undefined || asked?.kind !== 'report' || answers.length === 0) return null;
    const { asking, plan } = planTile(asked, answered.query, answered.data.context, words.kpis);
    const shown = plan.show(answers, words);
    const sort = addressOnBoard(asked, answered.query).sort ?? shown?.sort ?? null;
    return { report: asking.report, plan, shown, sort };
  }, [tile.id, answered, words]);
}

function ReportTileView(props: TileProps & { readonly tile: ReportTile }) {
  const { t } = useTranslation();
  const { tile, answered, words, tools, opens, onRetry } = props;
  const [asTable, setAsTable] = useState(false);
  const ready = useReady(props);
  const problem = answered?.data.tiles.find(({ id }) => id === tile.id)?.problem ?? null;
  const title = useTitleOf(tile, words);
  const hasPicture = ready !== null && ready.plan.picture !== 'table' && !isEmpty(ready.shown);
  return (
    <section className={classes.tile} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{opens === undefined ? title : opens.link(tile, title)}</h2>
        {hasPicture && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-pressed={asTable}
            aria-label={t(asTable ? 'dashboard.asPicture' : 'dashboard.asTable', { title })}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartBar size={15} aria-hidden /> : <IconTable size={15} aria-hidden />}
          </ActionIcon>
        )}
        {tools}
      </div>
      {problem !== null ? (
        <div className={classes.body} role="alert">
          <div className={classes.state}>
            <strong>{problem.detail}</strong>
            <p className={classes.muted}>{problem.todo}</p>
            {onRetry !== undefined && (
              <Button variant="default" size="compact-xs" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
          </div>
        </div>
      ) : ready === null ? (
        <div className={classes.body} aria-busy>
          <Skeleton height="100%" mih={80} />
        </div>
      ) : (
        <OpenDrillContext value={opens === undefined ? null : (drill) => opens.tickets(tile, drill)}>
          <Content ready={ready} title={title} words={words} asTable={asTable || !hasPicture} />
        </OpenDrillContext>
      )}
    </section>
  );
}

function useTitleOf(tile: ReportTile, words: Words): string {
  const { t } = useTranslation();
  return useMemo(() => titleOfTile(tile, words) ?? t('dashboard.composed'), [tile, words, t]);
}

/** The title that a tile was given, else that of its report; null of a report that is there no more, or never had one. */
export function titleOfTile(tile: ReportTile, words: Words): string | null {
  if (tile.title !== null) return tile.title;
  const report = reports.find(({ id }) => id === tile.report);
  return report === undefined ? tile.report : words.format.text(report.title);
}

/** What scrolls must be reachable by keyboard. */
const reachable = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label });

/** Whether there is nothing to draw: no figure, but for counts of nothing beside figures that are not there. */
function isEmpty(shown: Shown | null): boolean {
  if (shown === null) return true;
  const { columns, rows } = shown.model;
  const counts = columns.every(({ numeric, unit }) => !numeric || unit === 'count');
  return rows.every(({ cells }) =>
    cells.every(({ value }, index) => {
      const { numeric = false, unit } = columns[index] ?? {};
      return !numeric || value === null || (!counts && unit === 'count' && value === 0);
    }),
  );
}

interface ContentProps {
  readonly ready: Ready;
  readonly title: string;
  readonly words: Words;
  readonly asTable: boolean;
}

function Content({ ready: { report, plan, shown, sort }, title, words, asTable }: ContentProps) {
  const { t } = useTranslation();
  const { ref, height } = useElementSize();
  if (shown === null || isEmpty(shown)) {
    return (
      <div className={classes.body}>
        <div className={classes.state}>
          <strong>{t('dashboard.empty')}</strong>
          <p className={classes.muted}>{t('dashboard.emptyLead')}</p>
        </div>
      </div>
    );
  }
  if (asTable) {
    return (
      <div className={`${classes.body} ${classes.table}`}>
        <TileTable
          model={shown.model}
          sort={sort}
          label={t('common.pair', { name: t('report.table'), value: title })}
        />
      </div>
    );
  }
  const { dimensions } = shown.figures;
  // Figures without a picture may be more than the tile has room for.
  const scrolls = plan.frame.every === null && dimensions.length === 0;
  return (
    <div
      className={`${classes.body} ${classes.picture} ${scrolls ? classes.scrolls : ''}`}
      {...(scrolls ? reachable(title) : {})}
    >
      <div ref={ref} className={classes.full}>
        {height > 0 && (
          <PictureView
            report={{ ...report, picture: plan.picture }}
            figures={shown.figures}
            frame={plan.frame}
            title={title}
            words={words}
            height={height}
          />
        )}
      </div>
    </div>
  );
}
