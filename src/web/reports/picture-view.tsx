import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import type { GivenColors } from '#presentation/colors/series.ts';
import { type Figures, numberAt } from '#presentation/figures/figures.ts';
import { levels } from '#presentation/figures/level-of.ts';
import { drawPictures } from '#presentation/pictures/draw-picture.ts';
import { seriesShown } from '#presentation/pictures/picture.ts';
import { drillPatch } from '#presentation/question/drill.ts';
import type { Frame } from '#presentation/table/table-of-figures.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useUrl } from '../state/url.ts';
import { ChangeBadge } from '../ui/change-badge.tsx';
import classes from './report.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface Props {
  readonly report: Report;
  readonly figures: Figures;
  readonly frame: Frame;
  readonly title: string;
  readonly words: Words;
}

/** An entity keeps its colour for as long as the page is open. */
const given: GivenColors = new Map();

/** The picture of a report, of the kind its figures ask for; without groups or time, the figures themselves. */
export function PictureView(props: Props) {
  const { t } = useTranslation();
  const { patch } = useUrl();
  const scheme = useComputedColorScheme('light');
  const { report, figures, frame, title, words } = props;
  const [share, count] = [t('report.shareOfTarget'), t('report.decided')];
  const drawn = useMemo(
    () => drawPictures({ report, figures, frame, words, names: { share, count } }, { scheme, given }),
    [report, figures, frame, scheme, words, share, count],
  );
  const isBare = frame.every === null && figures.dimensions.length === 0;
  const several = drawn.length > 1 && drawn.every(({ name }) => name !== undefined);
  return (
    <div className={classes.pictures}>
      {isBare && <BigFigures figures={figures} frame={frame} words={words} />}
      {drawn.map((picture, place) => (
        <figure key={picture.name ?? String(place)} className={classes.picture}>
          {several && <figcaption className={classes.pictureName}>{picture.name}</figcaption>}
          <Suspense fallback={<Skeleton height={picture.height} />}>
            <Chart
              option={picture.option}
              height={picture.height}
              label={t('report.pictureOf', { title: picture.name ?? title })}
              onPoint={(point) => {
                const drill = picture.drillOf(point);
                if (drill !== null && words.opens(drill.kpi)) patch(drillPatch(drill), true);
              }}
            />
          </Suspense>
          {picture.levels && <Levels words={words} />}
          {picture.cut && (
            <p className={classes.note}>
              {t('report.seriesCut', { n: Math.max(seriesShown, frame.every === null ? 20 : 0) })}
            </p>
          )}
        </figure>
      ))}
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
