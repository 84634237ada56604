import type { Command } from 'commander';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly hours: string;
  readonly ticket?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** `vigie watch`: the steps that ran, or those that would. */
export function addWatch(program: Command, cli: Cli): void {
  const watch = program
    .command('watch')
    .description(
      cli.text({ en: 'warnings and escalations that ran, or would', fr: 'alertes et escalades passées, ou à venir' }),
    )
    .option(
      '--dry-run',
      cli.text({
        en: 'what would run if nothing happens, and whom it tells',
        fr: 'ce qui aurait lieu, et qui serait prévenu',
      }),
    )
    .option('--hours <number>', cli.text({ en: 'how far ahead', fr: 'sur combien d’heures' }), '24')
    .option('--ticket <key>', cli.text({ en: 'of one ticket only', fr: 'pour un seul ticket' }))
    .option('--limit <number>', cli.text({ en: 'lines at most', fr: 'nombre de lignes au plus' }), '50')
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action((options: Options) => (options.dryRun === true ? runPlan(cli, options) : runLog(cli, options)));
  examples(watch, cli, [
    'vigie watch',
    'vigie watch --dry-run --hours 4',
    'vigie watch --dry-run --ticket ZD-1042 --json',
  ]);
}

function numberOf(name: string, value: string, most: number): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= most) return number;
  throw new VigieError('cli.bad-value', { name, value, expected: `0–${most}` });
}

async function runPlan(cli: Cli, options: Options): Promise<void> {
  const hours = numberOf('--hours', options.hours, 720);
  const limit = Math.max(1, Math.floor(numberOf('--limit', options.limit, 1000)));
  const app = await cli.app();
  const { everywhere } = await cli.accounts();
  const { planWatch } = await import('#app/watch/plan-watch.ts');
  const plan = await planWatch(app, everywhere, { hours, limit, ticket: options.ticket });
  if (options.json === true) return cli.printJson(plan);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'At', fr: 'Quand' }) },
      { title: cli.text({ en: 'Ticket', fr: 'Ticket' }) },
      { title: cli.text({ en: 'Target', fr: 'Objectif' }) },
      { title: cli.text({ en: 'Step', fr: 'Étape' }) },
      { title: cli.text({ en: 'Tells', fr: 'Prévient' }) },
    ],
    plan.items.map(({ at, ticket, policy, target, step, tells, ran, held }) => [
      ...[at, ticket, `${policy} ${target}`, step],
      ran
        ? cli.text({ en: 'ran already', fr: 'déjà passée' })
        : held
          ? cli.text({ en: 'nobody: acknowledged', fr: 'personne : pris en charge' })
          : tells.map(({ way, recipient, action }) => `${action} ${recipient} (${way})`).join(', '),
    ]),
  );
}

async function runLog(cli: Cli, options: Options): Promise<void> {
  const limit = Math.max(1, Math.floor(numberOf('--limit', options.limit, 1000)));
  const app = await cli.app();
  const { listRanSteps } = await import('#app/watch/list-ran-steps.ts');
  const { items } = await listRanSteps(app, { limit, ticket: options.ticket });
  if (options.json === true) return cli.printJson(items);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Ran', fr: 'Passée' }) },
      { title: cli.text({ en: 'Due', fr: 'Prévue' }) },
      { title: cli.text({ en: 'Ticket', fr: 'Ticket' }) },
      { title: cli.text({ en: 'Target', fr: 'Objectif' }) },
      { title: cli.text({ en: 'Step', fr: 'Étape' }) },
      { title: cli.text({ en: 'Outcome', fr: 'Issue' }) },
    ],
    items.map(({ ranAt, dueAt, ticket, policy, target, step, outcome }) => [
      ...[ranAt, dueAt, ticket, `${policy} ${target}`, step, outcome],
    ]),
  );
}
