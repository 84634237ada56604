import type { Command } from 'commander';
import { VigieError } from '#domain/error.ts';
import { splitRefs } from '#domain/kpi/split-refs.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { Basis, Every, TimeKind } from '#domain/report/query.ts';
import type { Cli } from '../cli.ts';

export interface QueryOptions {
  readonly kpis?: string;
  readonly by?: string;
  readonly groupBy?: string;
  readonly every?: string;
  readonly from?: string;
  readonly to?: string;
  readonly filter?: readonly string[];
  readonly basis?: string;
  readonly time?: string;
  readonly compare?: string;
  readonly top?: string;
  readonly zone?: string;
  readonly json?: boolean;
}

/** What a question says on the command line; a key that is absent was not said. */
export interface GivenQuery {
  kpis?: readonly string[];
  by?: readonly string[];
  every?: Every | 'none';
  from?: string;
  to?: string;
  timeZone?: string;
  filter?: Filter;
  basis?: Basis;
  time?: TimeKind;
  compare?: 'previous' | 'year';
  top?: number;
}

const everies: readonly (Every | 'none')[] = ['day', 'week', 'month', 'quarter', 'year', 'none'];
const bases: readonly Basis[] = ['created', 'solved', 'replied', 'decided', 'answered'];
const times: readonly TimeKind[] = ['business', 'calendar'];
const compares: readonly ('previous' | 'year')[] = ['previous', 'year'];

/** The options of a question, the same for `query` and `report`. */
export function addQueryOptions(command: Command, cli: Cli): Command {
  const add = (flags: string, en: string, fr: string) => command.option(flags, cli.text({ en, fr }));
  add(
    '--kpis <list>',
    'KPIs: id[.variant][:median|mean|p90|within-SECONDS|n], or ratio(A,B) and difference(A,B) of two',
    'indicateurs : id[.variante][:median|mean|p90|within-SECONDES|n], ou ratio(A,B) et difference(A,B) de deux',
  );
  add(
    '--by <list>',
    'dimensions to group by, such as agent,channel',
    'axes de regroupement, par exemple agent,channel',
  );
  add('--group-by <list>', 'the same as --by', 'comme --by');
  add('--every <length>', `over time: ${everies.join(', ')}`, `dans le temps : ${everies.join(', ')}`);
  add('--from <date>', 'first day, or instant', 'premier jour, ou instant');
  add('--to <date>', 'day after the last, or instant', 'lendemain du dernier jour, ou instant');
  command.option(
    '--filter <condition>',
    cli.text({
      en: 'channel=email,chat, team!=L1 or a filter in JSON; may be repeated',
      fr: 'channel=email,chat, team!=L1 ou un filtre en JSON ; répétable',
    }),
    (value: string, earlier: string[] = []) => [...earlier, value],
  );
  add('--basis <instant>', `what dates a ticket: ${bases.join(', ')}`, `ce qui date un ticket : ${bases.join(', ')}`);
  add(
    '--time <kind>',
    'durations in business or calendar time',
    'durées en temps ouvré (business) ou calendaire (calendar)',
  );
  add(
    '--compare <period>',
    'beside the previous period, or the same a year before: previous, year',
    'en regard de la période précédente, ou d’un an plus tôt : previous, year',
  );
  add(
    '--top <n>',
    'only the first n groups by the first KPI',
    'seulement les n premiers groupes du premier indicateur',
  );
  add('--zone <name>', 'time zone, such as Europe/Paris', 'fuseau horaire, par exemple Europe/Paris');
  return command.option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }));
}

/** Reads the options of a question. Throws `query.bad-value` and what a filter throws. */
export async function readQueryOptions(options: QueryOptions): Promise<GivenQuery> {
  const { readFilters } = await import('./filter-option.ts');
  const by = options.by ?? options.groupBy;
  const filter = readFilters(options.filter ?? []);
  const given: GivenQuery = {};
  if (options.kpis !== undefined) given.kpis = splitRefs(options.kpis);
  if (by !== undefined) given.by = readList(by);
  if (options.every !== undefined) given.every = oneOf('--every', options.every, everies);
  if (options.from !== undefined) given.from = options.from;
  if (options.to !== undefined) given.to = options.to;
  if (filter !== null) given.filter = filter;
  if (options.basis !== undefined) given.basis = oneOf('--basis', options.basis, bases);
  if (options.time !== undefined) given.time = oneOf('--time', options.time, times);
  if (options.compare !== undefined) given.compare = oneOf('--compare', options.compare, compares);
  if (options.top !== undefined) given.top = readCount('--top', options.top);
  if (options.zone !== undefined) given.timeZone = options.zone;
  return given;
}

function readList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw new VigieError('query.bad-value', { name, value, known: known.join(', ') });
}

/** A whole number from 1 on. */
export function readCount(name: string, value: string): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && count >= 1 && Number.isSafeInteger(count)) return count;
  throw new VigieError('query.bad-value', { name, value, known: '1, 2, 3…' });
}

/** What `--json` says of a command that answers in JSON lines with or without it; every command takes the option. */
export function alwaysJson(cli: Cli): string {
  return cli.text({ en: 'changes nothing: the answer is NDJSON', fr: 'ne change rien : la réponse est en NDJSON' });
}
