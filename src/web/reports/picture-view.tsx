import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import { drillPatch } from '../state/drill.ts';
import { type Figures, numberAt } from '../state/figures.ts';
import { useUrl } from '../state/url.ts';
import type { Scheme } from '../theme/tokens.ts';
import { ChangeBadge } from '../ui/change-badge.tsx';
import { levels } from '../ui/share-cell.tsx';
import { bandsOf, drawBands } from './pictures/bands.ts';
import { drawByGroup } from './pictures/by-group.ts';
import { drawByHour } from './pictures/by-hour.ts';
import { drawByWeight } from './pictures/by-weight.ts';
import { drawOverTime } from './pictures/over-time.ts';
import type { Drawn } from './pictures/picture.ts';
import { seriesShown } from './pictures/picture.ts';
import classes from './report.module.css';
import type { Frame } from './table-of-figures.ts';
import type { Words } from './use-words.ts';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface Props {
  readonly report: Report;
  readonly figures: Figures;
  readonly frame: Frame;
  readonly title: string;
  readonly words: Words;
}

type Names = Parameters<typeof drawByWeight>[4];

function draw({ report, figures, frame, words }: Props, scheme: Scheme, names: Names): Drawn | null {
  const ids = figures.dimensions.map(({ id }) => id);
  if (figures.result.rows.length === 0) return null;
  const banded = report.picture === 'distribution' && ids.length === 0 && bandsOf(figures).length > 0;
  if (frame.every !== null && banded) return drawBands(figures, frame, scheme, words);
  if (frame.every !== null) return drawOverTime(figures, frame, report.picture, scheme, words);
  if (ids.includes('hour') && ids.includes('weekday')) return drawByHour(figures, frame, scheme, words);
  if (report.picture === 'table' || ids.length === 0) return null;
  const weighed = report.picture === 'matrix' ? drawByWeight(figures, frame, scheme, words, names) : null;
  return weighed ?? drawByGroup(figures, frame, scheme, words);
}

/** The picture of a report, of the kind its figures ask for; without groups or time, the figures themselves. */
export function PictureView(props: Props) {
  const { t } = useTranslation();
  const { patch } = useUrl();
  const scheme = useComputedColorScheme('light');
  const { report, figures, frame, title, words } = props;
  const [share, count] = [t('report.shareOfTarget'), t('report.decided')];
  const drawn = useMemo(
    () => draw({ report, figures, frame, title, words }, scheme, { share, count }),
    [report, figures, frame, title, scheme, words, share, count],
  );
  if (frame.every === null && figures.dimensions.length === 0)
    return <BigFigures figures={figures} frame={frame} words={words} />;
  if (drawn === null) return null;
  return (
    <div className={classes.picture}>
      <Suspense fallback={<Skeleton height={drawn.height} />}>
        <Chart
          option={drawn.option}
          height={drawn.height}
          label={t('report.pictureOf', { title })}
          onPoint={(point) => {
            const drill = drawn.drillOf(point);
            if (drill !== null && words.opens(drill.kpi)) patch(drillPatch(drill), true);
          }}
        />
      </Suspense>
      {drawn.levels && <Levels words={words} />}
      {drawn.cut && (
        <p className={classes.note}>
          {t('report.seriesCut', { n: Math.max(seriesShown, frame.every === null ? 20 : 0) })}
        </p>
      )}
    </div>
  );
}

function BigFigures({
  figures,
  frame,
  words,
}: {
  readonly figures: Figures;
  readonly frame: Frame;
  readonly words: Words;
}) {
  const { patch } = useUrl();
  return (
    <div className={classes.big}>
      {figures.columns.map(({ id, index, unit, before, n }) => {
        const value = numberAt(figures.result.total, index);
        return (
          <button
            key={id}
            type="button"
            className={classes.bigFigure}
            disabled={value === null || !words.opens(id)}
            onClick={() => patch(drillPatch({ kpi: id, period: frame.period, cells: [] }), true)}
          >
            <span className={classes.bigName}>{words.figure(id)}</span>
            <span className={`${classes.bigValue} figures`}>
              {words.format.value(value, unit, { time: frame.time })}
            </span>
            <span className={`${classes.bigName} figures`}>
              <ChangeBadge
                now={value}
                before={numberAt(figures.result.total, before)}
                unit={unit}
                better={words.kpiOf(id)?.better ?? null}
              />
              {n !== null && ` n ${words.format.count(n)}`}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** The shapes and colours of shares in target. */
function Levels({ words }: { readonly words: Words }) {
  const { t } = useTranslation();
  const { met, risk } = levels;
  const [high, low] = [words.format.share(met), words.format.share(risk)];
  return (
    <p className={classes.levels} aria-hidden>
      <span className={classes.level}>
        <span className={classes.met}>●</span> {t('report.legendMet', { share: high })}
      </span>
      <span className={classes.level}>
        <span className={classes.risk}>▲</span> {t('report.legendRisk', { low, high })}
      </span>
      <span className={classes.level}>
        <span className={classes.breached}>◆</span> {t('report.legendBreached', { share: low })}
      </span>
    </p>
  );
}
