import { useComputedColorScheme } from '@mantine/core';
import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Proof } from '../api/queries.ts';
import type { Labels } from '../state/vocabulary.ts';
import { useNames } from '../state/vocabulary.ts';
import { seriesPalette } from '../theme/series.ts';
import classes from './timeline.module.css';
import type { Scale } from './timeline-scale.ts';
import { useHolderName } from './words.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Neighbours of one name are one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last !== undefined && last.name === stretch.name && last.to === stretch.from)
      result[result.length - 1] = { ...last, to: stretch.to };
    else result.push(stretch);
  }
  return result;
}

interface LaneProps {
  readonly stretches: readonly Stretch[];
  readonly scale: Scale;
  readonly top: number;
  readonly dimension: string;
}

function Lane({ stretches, scale, top, dimension }: LaneProps) {
  const scheme = useComputedColorScheme('light');
  const colorOf = seriesPalette(scheme, dimension, [...new Set(stretches.map(({ name }) => name))]);
  return (
    <g>
      {joined(stretches).map(({ from, to, name }) => {
        const x = scale.at(from);
        const width = Math.max(2, scale.at(to) - x);
        const fits = Math.floor((width - 8) / 6.2);
        const text = name.length <= fits ? name : fits >= 4 ? `${name.slice(0, fits - 1)}…` : '';
        return (
          <g key={from}>
            <title>{name}</title>
            <rect x={x} y={top} width={width - 1} height={3} rx={1.5} fill={colorOf(name)} />
            <text x={x + 2} y={top + 16} className={classes.laneText}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface HolderProps {
  readonly spans: readonly (Omit<ClockProofView['spans'][number], 'from' | 'to'> & {
    readonly from: number;
    readonly to: number;
  })[];
  readonly scale: Scale;
  readonly labels: Labels;
}

/** Who held the ticket along the clock. */
export function HolderLane({ spans, scale, labels }: HolderProps) {
  const holderName = useHolderName(labels);
  const stretches = spans.flatMap(({ from, to, holder }) =>
    holder === null ? [] : [{ from, to, name: holderName(holder) }],
  );
  return <Lane stretches={stretches} scale={scale} top={70} dimension="holder" />;
}

interface StatusProps {
  readonly statuses: Proof['statuses'];
  readonly scale: Scale;
  readonly now: string;
}

/** The ticket's state along the clock. */
export function StatusLane({ statuses, scale, now }: StatusProps) {
  const names = useNames();
  const first = scale.pieces[0]?.from ?? 0;
  const last = scale.pieces.at(-1)?.to ?? 0;
  const stretches = statuses.flatMap(({ from, to, status }) => {
    const begin = Math.max(first, Date.parse(from));
    const end = Math.min(last, Date.parse(to ?? now));
    return end <= begin ? [] : [{ from: begin, to: end, name: names('status', status) }];
  });
  return <Lane stretches={stretches} scale={scale} top={100} dimension="status" />;
}
