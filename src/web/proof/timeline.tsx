import { useElementSize } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { HolderLane, StatusLane } from './lanes.tsx';
import { Marks } from './marks.tsx';
import classes from './timeline.module.css';
import { timelineScale } from './timeline-scale.ts';
import { useSpanWords } from './words.ts';

interface Props {
  readonly proof: Proof;
  readonly each: ClockProofView;
}

export const barTop = 30;
export const barHeight = 26;
const height = 128;

/** The clock drawn: counted time full, the rest hatched with its reason, holders and states below, due and stop marked. */
export function Timeline({ proof, each }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const spanWords = useSpanWords();
  const { ref, width } = useElementSize();
  const pattern = useId();
  const { clock } = each;
  const spans = useMemo(
    () =>
      each.spans.map((span) => ({
        ...span,
        from: Date.parse(span.from),
        to: Date.parse(span.to),
        counted: span.kind === 'counted',
      })),
    [each.spans],
  );
  const scale = useMemo(() => timelineScale(spans, Math.max(width, 280)), [spans, width]);
  const label = t('proof.timelineOf', {
    metric: t(`vocabulary.metric.${clock.metric}`),
    used: format.exactDuration(clock.elapsedSeconds),
    target: format.exactDuration(clock.targetSeconds),
    status: t(`vocabulary.clock.${clock.status}`).toLowerCase(),
  });
  const breachedAt = clock.breachedAt === null ? Number.POSITIVE_INFINITY : Date.parse(clock.breachedAt);
  return (
    <div ref={ref} className={classes.frame}>
      <svg width="100%" height={height} role="img" aria-label={label}>
        <defs>
          <pattern id={pattern} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect width={6} height={6} className={classes.ground} />
            <rect width={2.5} height={6} className={classes.hatch} />
          </pattern>
        </defs>
        {spans.map((span, index) => {
          const piece = scale.pieces[index];
          if (piece === undefined) return null;
          const over = span.counted && span.from >= breachedAt;
          const cut = span.counted && span.from < breachedAt && span.to > breachedAt ? scale.at(breachedAt) : null;
          const word = spanWords({ ...span, from: '', to: '' });
          const room = piece.width > word.length * 6.4 + 8;
          return (
            <g key={span.from}>
              <title>{`${word}, ${format.dayAndTime(span.from, proof.timeZone)} – ${format.dayAndTime(span.to, proof.timeZone)}`}</title>
              <rect
                x={piece.x}
                y={barTop}
                width={piece.width}
                height={barHeight}
                className={span.counted ? (over ? classes.over : classes.counted) : classes[span.kind]}
                {...(span.counted ? {} : { fill: `url(#${pattern})` })}
              />
              {cut !== null && (
                <rect
                  x={cut}
                  y={barTop}
                  width={piece.x + piece.width - cut}
                  height={barHeight}
                  className={classes.over}
                />
              )}
              {room && (
                <text
                  x={piece.x + piece.width / 2}
                  y={barTop + 17}
                  className={span.counted ? classes.onCounted : classes.why}
                  textAnchor="middle"
                >
                  {span.counted ? format.duration(span.seconds) : word}
                </text>
              )}
            </g>
          );
        })}
        <Marks proof={proof} clock={clock} scale={scale} width={Math.max(width, 280)} />
        <HolderLane spans={spans} scale={scale} labels={proof.labels} />
        <StatusLane statuses={proof.statuses} scale={scale} now={proof.now} />
      </svg>
      <p className={classes.legend} aria-hidden>
        <span className={classes.keyCounted} /> {t('proof.counted')}
        {clock.breachedAt !== null && (
          <>
            <span className={classes.keyOver} /> {t('proof.breachedAt')}
          </>
        )}
        {spans.some(({ counted }) => !counted) && (
          <>
            <span className={classes.keyNot} /> {t('proof.notCounted')}
          </>
        )}
        <span className={classes.zone}>{t('proof.zoneNote', { zone: proof.timeZone })}</span>
      </p>
    </div>
  );
}
