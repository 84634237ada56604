interface Props {
  readonly values: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs of neighbouring values: a gap in the data is a gap in the line. */
function runsOf(values: readonly (number | null)[], width: number, height: number): Point[][] {
  const known = values.filter((value) => value !== null);
  const top = Math.max(...known);
  const bottom = Math.min(...known, top);
  const span = top - bottom || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const runs: Point[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: index * step, y: height - 3 - ((value - bottom) / span) * (height - 6) });
  }
  return runs.filter((run) => run.length > 0);
}

const lineOf = (run: readonly Point[]) => run.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');

/** A small trend, without axes; the figure beside it says the value. */
export function Sparkline({ values, width = 200, height = 36 }: Props) {
  const runs = runsOf(values, width, height);
  const last = runs.at(-1)?.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {runs.map((run) => (
        <g key={run[0]?.x}>
          <path
            d={`M${run[0]?.x.toFixed(1)} ${height}L${lineOf(run)}L${run.at(-1)?.x.toFixed(1)} ${height}Z`}
            fill="var(--v-accent)"
            opacity={0.09}
          />
          <path
            d={`M${lineOf(run)}`}
            fill="none"
            stroke="var(--v-accent)"
            strokeWidth={1.5}
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  );
}
