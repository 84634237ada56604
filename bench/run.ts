import { parseArgs } from 'node:util';
import type { BenchResult } from './bench-result.ts';

/** `npm run bench -- NAME… [--json] [--tickets N] [--clocks N] [--minutes N]`: each benchmark beside its yardstick, in the same run. */
export interface BenchOptions {
  /** Size of the generated sample for import and report; the budgets are stated for a million. */
  readonly tickets: number;
  /** Open clocks of desk and watch; the budgets are stated for a hundred thousand. */
  readonly clocks: number;
  /** How long soak watches the memory of a server. */
  readonly minutes: number;
}

interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<BenchResult[]>;
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  'business-time': () => import('./business-time.ts'),
  desk: () => import('./desk.ts'),
  fold: () => import('./fold.ts'),
  import: () => import('./import.ts'),
  ingest: () => import('./ingest.ts'),
  live: () => import('./live.ts'),
  report: () => import('./report.ts'),
  soak: () => import('./soak.ts'),
  watch: () => import('./watch.ts'),
  web: () => import('./web.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '1000000' },
    clocks: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '20' },
  },
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const options: BenchOptions = {
  tickets: Number(values.tickets),
  clocks: Number(values.clocks),
  minutes: Number(values.minutes),
};
// The one that only waits is asked for by its name.
const usual = Object.keys(benches).filter((name) => name !== 'soak');
let missed = 0;
for (const name of positionals.length > 0 ? positionals : usual) {
  if (!values.json) console.log(`\n${name}`);
  const bench = await (benches[name] as () => Promise<Bench>)();
  for (const result of await bench.run(options)) {
    if (!result.ok) missed++;
    console.log(values.json ? JSON.stringify(result) : describe(result));
  }
}
process.exitCode = missed > 0 ? 1 : 0;

function describe(result: BenchResult): string {
  const value = `${format(result.value)} ${result.unit}`;
  const verdict = result.ok ? 'ok' : 'MISSED';
  return `  ${verdict.padEnd(7)}${result.name.padEnd(40)}${value.padEnd(24)}${format(result.ratio)} × ${result.yardstick}  (budget ${result.budget})`;
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 1000 ? 1 : 0 });
}
