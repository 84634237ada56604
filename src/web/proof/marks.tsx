import { useTranslation } from 'react-i18next';
import type { ClockView } from '#contract/schemas/clock.ts';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './timeline.module.css';
import { barHeight, barTop } from './timeline.tsx';
import type { Scale } from './timeline-scale.ts';

interface Mark {
  readonly at: number;
  readonly word: string;
  readonly kind: 'start' | 'due' | 'stop' | 'now';
}

interface Props {
  readonly proof: Proof;
  readonly clock: ClockView;
  readonly scale: Scale;
  readonly width: number;
}

/** Start, due, stop and now as lines with their time. */
export function Marks({ proof, clock, scale, width }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const marks: Mark[] = [{ at: Date.parse(clock.startedAt), word: t('proof.started'), kind: 'start' }];
  if (clock.dueAt !== null) marks.push({ at: Date.parse(clock.dueAt), word: t('proof.due'), kind: 'due' });
  if (clock.stoppedAt !== null) marks.push({ at: Date.parse(clock.stoppedAt), word: t('proof.stopped'), kind: 'stop' });
  else marks.push({ at: Date.parse(proof.now), word: t('proof.now'), kind: 'now' });
  const last = scale.pieces.at(-1)?.to ?? 0;
  const drawn = marks.filter(({ at, kind }) => kind !== 'due' || at <= last);
  const long = (scale.pieces.at(-1)?.to ?? 0) - (scale.pieces[0]?.from ?? 0) > 20 * 3_600_000;
  return (
    <>
      {spread(drawn, scale, width).map(({ mark, x, labelX, row, anchor }) => (
        <g key={mark.kind} className={classes[mark.kind]}>
          <line x1={x} x2={x} y1={row === 0 ? 14 : 27} y2={barTop + barHeight + 4} className={classes.markLine} />
          {mark.kind === 'due' && <path d={`M${x} ${barTop - 5}l4 5l-4 5l-4-5z`} className={classes.markShape} />}
          {mark.kind === 'stop' && <circle cx={x} cy={barTop + barHeight + 4} r={3.5} className={classes.markShape} />}
          <text x={labelX} y={row === 0 ? 10 : 23} className={classes.markText} textAnchor={anchor}>
            {mark.word} {long ? format.dayAndTime(mark.at, proof.timeZone) : format.time(mark.at, proof.timeZone)}
          </text>
        </g>
      ))}
    </>
  );
}

interface Placed {
  readonly mark: Mark;
  readonly x: number;
  readonly labelX: number;
  readonly row: 0 | 1;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Labels of marks that stand close to one another take two rows. */
function spread(marks: readonly Mark[], scale: Scale, width: number): readonly Placed[] {
  const sorted = [...marks].sort((one, other) => one.at - other.at);
  let lastX = Number.NEGATIVE_INFINITY;
  let row: 0 | 1 = 0;
  return sorted.map((mark) => {
    const x = Math.min(Math.max(scale.at(mark.at), 1), width - 4);
    row = x - lastX < 150 && row === 0 ? 1 : 0;
    lastX = x;
    const anchor = x < 70 ? 'start' : x > width - 70 ? 'end' : 'middle';
    return { mark, x, labelX: x, row, anchor };
  });
}
