import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import type { Proof } from '../api/queries.ts';
import { useNames } from '../state/use-names.ts';
import classes from './timeline.module.css';
import type { Scale } from './timeline-scale.ts';
import { useHolderName } from './words.ts';

/** Who acts: we do, others do, or nobody has to. */
type Tone = 'ours' | 'waiting' | 'theirs' | 'done';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly tone: Tone;
}

/** Neighbours of one name are one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last !== undefined && last.name === stretch.name && last.to === stretch.from) {
      result[result.length - 1] = { ...last, to: stretch.to };
    } else result.push(stretch);
  }
  return result;
}

/** As much of a name as fits, at the width of our type. */
function shortened(name: string, width: number): string {
  const fits = Math.floor((width - 8) / 6.2);
  if (name.length <= fits) return name;
  return fits >= 4 ? `${name.slice(0, fits - 1)}…` : '';
}

interface LaneProps {
  readonly stretches: readonly Stretch[];
  readonly scale: Scale;
  readonly top: number;
}

function Lane({ stretches, scale, top }: LaneProps) {
  return (
    <g>
      {joined(stretches).map(({ from, to, name, tone }) => {
        const x = scale.at(from);
        const width = Math.max(2, scale.at(to) - x);
        return (
          <g key={from}>
            <title>{name}</title>
            <rect x={x} y={top} width={Math.max(1, width - 2)} height={3} rx={1.5} className={classes[tone]} />
            <text x={x + 1} y={top + 16} className={classes.laneText}>
              {shortened(name, width)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const holderTones = {
  agent: 'ours',
  bot: 'ours',
  queue: 'waiting',
  customer: 'theirs',
  'third-party': 'theirs',
  nobody: 'done',
} as const;

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
    holder === null ? [] : [{ from, to, name: holderName(holder), tone: holderTones[holder.kind] }],
  );
  return <Lane stretches={stretches} scale={scale} top={70} />;
}

const statusTones: Readonly<Record<string, Tone>> = {
  new: 'waiting',
  open: 'ours',
  pending: 'theirs',
  'on-hold': 'theirs',
};

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
    const tone: Tone = statusTones[status] ?? 'done';
    return end <= begin ? [] : [{ from: begin, to: end, name: names('status', status), tone }];
  });
  return <Lane stretches={stretches} scale={scale} top={100} />;
}
