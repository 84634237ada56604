import type { Command } from 'commander';
import type { BreachesAsked } from '#app/breaches/list-breaches.ts';
import { VigieError } from '#domain/error.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { readFilters } from '../input/filter-option.ts';
import { oneOf, readCount } from '../input/query-options.ts';

interface ListOptions {
  readonly from?: string;
  readonly to?: string;
  readonly filter?: readonly string[];
  readonly state?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

interface ExcuseOptions {
  readonly reason?: string;
  readonly policy?: string;
  readonly target?: string;
  readonly undo?: boolean;
  readonly json?: boolean;
}

const states = ['open', 'explained', 'asked', 'excused'] as const;

/** `vigie breaches`: broken promises, and excusing them. */
export function addBreaches(program: Command, cli: Cli): void {
  const breaches = program
    .command('breaches')
    .description(cli.text({ en: 'broken promises, and their excuses', fr: 'dépassements et leurs excuses' }));
  addList(breaches, cli);
  addExcuse(breaches, cli);
}

function addList(breaches: Command, cli: Cli): void {
  const list = breaches.command('list').description(
    cli.text({
      en: 'breaches of a period, the newest first; without dates, of the last thirty days',
      fr: 'dépassements d’une période, les derniers d’abord ; sans dates, des trente derniers jours',
    }),
  );
  const add = (flags: string, en: string, fr: string) => list.option(flags, cli.text({ en, fr }));
  add('--from <date>', 'first day, or instant', 'premier jour, ou instant');
  add('--to <date>', 'day after the last, or instant', 'lendemain du dernier jour, ou instant');
  add('--filter <filter...>', 'filter, such as team=care', 'filtre, par exemple team=care');
  add('--state <state>', `only these: ${states.join(', ')}`, `seulement : ${states.join(', ')}`);
  add('--limit <number>', 'lines at most', 'nombre de lignes au plus');
  add('--json', 'answer as JSON', 'répondre en JSON');
  list.action((options: ListOptions) => runList(cli, options));
  examples(list, cli, [
    'vigie breaches list --state asked',
    'vigie breaches list --from 2026-01-01 --filter team=care',
  ]);
}

function addExcuse(breaches: Command, cli: Cli): void {
  const excuse = breaches.command('excuse <tickets...>').description(
    cli.text({
      en: 'excuse the breaches of tickets: they leave the adjusted figures',
      fr: 'excuser les dépassements de tickets : ils quittent les chiffres ajustés',
    }),
  );
  const add = (flags: string, en: string, fr: string) => excuse.option(flags, cli.text({ en, fr }));
  add('--reason <text>', 'why', 'pourquoi');
  add('--policy <id>', 'of this policy only', 'de cette politique seulement');
  add('--target <id>', 'of this target only', 'de cet objectif seulement');
  add('--undo', 'take the excuses back', 'retirer les excuses');
  add('--json', 'answer as JSON', 'répondre en JSON');
  excuse.action((tickets: string[], options: ExcuseOptions) => runExcuse(cli, tickets, options));
  examples(excuse, cli, [
    'vigie breaches excuse ZD-1042 ZD-1043 --reason "Outage of the carrier"',
    'vigie breaches excuse ZD-1042 --target frt --undo',
  ]);
}

const most = 500;

async function runList(cli: Cli, { from, to, filter, state, limit, json }: ListOptions): Promise<void> {
  const asked: BreachesAsked = {
    ...{ from, to, filter: readFilters(filter ?? []) ?? undefined },
    state: state === undefined ? undefined : oneOf('--state', state, states),
    limit: Math.min(most, readCount('--limit', limit ?? '50')),
  };
  const app = await cli.app();
  const { listBreaches } = await import('#app/breaches/list-breaches.ts');
  const page = await listBreaches(app, asked);
  if (json === true) return cli.printJson(page);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Broke', fr: 'Dépassé' }) },
      { title: cli.text({ en: 'Ticket', fr: 'Ticket' }) },
      { title: cli.text({ en: 'Target', fr: 'Objectif' }) },
      { title: cli.text({ en: 'Answers for it', fr: 'En répond' }) },
      { title: cli.text({ en: 'Explained', fr: 'Expliqué' }) },
      { title: cli.text({ en: 'Excused', fr: 'Excusé' }) },
    ],
    page.items.map(({ at, ticket, policy, target, cycle, agent, team, explanation, excuse }) => [
      ...[at, ticket, `${policy} ${target} ${cycle}`, agent ?? team ?? '–'],
      explanation === null ? '–' : `${explanation.kind} ${explanation.text}`.trim(),
      excuse?.reason ?? '–',
    ]),
  );
}

async function runExcuse(cli: Cli, tickets: readonly string[], options: ExcuseOptions): Promise<void> {
  const { reason = '', policy, target, undo = false, json } = options;
  const conditions: Filter[] = [
    { field: 'ticket', op: 'in', value: [...tickets] },
    ...(policy === undefined ? [] : [{ field: 'policy', op: 'is', value: policy } as const]),
    ...(target === undefined ? [] : [{ field: 'target', op: 'is', value: target } as const]),
  ];
  const app = await cli.app();
  const [{ listBreaches }, { excuseBreaches }, { byOperator }] = await Promise.all([
    import('#app/breaches/list-breaches.ts'),
    import('#app/breaches/review-breaches.ts'),
    import('#app/audit/record-audit.ts'),
  ]);
  const { items, total } = await listBreaches(app, { from: '1970-01-01', filter: { all: conditions }, limit: most });
  const missing = tickets.find((each) => !items.some(({ ticket }) => ticket === each));
  if (missing !== undefined && total <= most) {
    throw new VigieError('breach.unknown', {
      ticket: missing,
      target: target ?? '*',
      policy: policy ?? '*',
      cycle: '*',
    });
  }
  const clocks = items.map(({ ticket, policy: of, target: to, cycle }) => ({ ticket, policy: of, target: to, cycle }));
  const who = { view: app, by: byOperator };
  const answer = await excuseBreaches(app, who, { clocks, excused: !undo, reason });
  if (json === true) return cli.printJson(answer);
  const { changed } = answer;
  await cli.print(
    undo
      ? cli.text({ en: `Excuses taken back: ${changed}`, fr: `Excuses retirées : ${changed}` })
      : cli.text({ en: `Breaches excused: ${changed}`, fr: `Dépassements excusés : ${changed}` }),
  );
}
