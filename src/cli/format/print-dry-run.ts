import type { DryRunView } from '#app/what-if/dry-run-view.ts';
import type { Cli } from '../cli.ts';
import { formatNumber, formatShare, noData } from './figures.ts';
import { printTable } from './table.ts';

type Tally = NonNullable<DryRunView['result']>['total']['before'];

/** The figures of a dry run, those of today beside those of the changed policies. */
export async function printDryRun(cli: Cli, { period, result }: DryRunView): Promise<void> {
  if (result === null) return;
  const count = (value: number) => formatNumber(value, cli.language, 0);
  const days = [period.from, period.to].map((at) => at.slice(0, 10)).join(' – ');
  await cli.print(
    cli.text({
      en: `${count(result.tickets)} tickets created ${days}`,
      fr: `${count(result.tickets)} tickets créés ${days}`,
    }),
  );
  const share = (tally: Tally | null) =>
    tally === null || tally.compliance === null ? noData : formatShare(tally.compliance, cli.language);
  const broken = (tally: Tally | null) => (tally === null ? noData : count(tally.breached));
  const row = (name: string, before: Tally | null, after: Tally | null) => [
    ...[name, share(before), share(after), broken(before), broken(after)],
  ];
  await printTable(
    cli,
    [
      { title: '' },
      { title: cli.text({ en: 'Met today', fr: 'Respecté aujourd’hui' }), align: 'right' },
      { title: cli.text({ en: 'Met then', fr: 'Respecté ensuite' }), align: 'right' },
      { title: cli.text({ en: 'Broken today', fr: 'Dépassé aujourd’hui' }), align: 'right' },
      { title: cli.text({ en: 'Broken then', fr: 'Dépassé ensuite' }), align: 'right' },
    ],
    [
      ...result.targets.map(({ policyName, target, before, after }) => row(`${policyName}, ${target}`, before, after)),
      ...result.teams.map(({ team, before, after }) => {
        const none = cli.text({ en: 'no team', fr: 'sans équipe' });
        return row(cli.text({ en: `Team ${team ?? none}`, fr: `Équipe ${team ?? none}` }), before, after);
      }),
      row(cli.text({ en: 'All', fr: 'Tout' }), result.total.before, result.total.after),
    ],
  );
  for (const { before, after, n } of result.changes) await cli.print(`${before} → ${after}: ${count(n)}`);
}
