import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { addQueryOptions, type QueryOptions, readQueryOptions } from '../input/query-options.ts';
import { needOption } from '../usage-error.ts';

interface Options extends QueryOptions {
  readonly list?: boolean;
}

/** `vigie report`: the reports of the catalogue, as the screen shows them. */
export function addReport(program: Command, cli: Cli): void {
  const command = program
    .command('report [id]')
    .description(
      cli.text({
        en: 'print a report of the catalogue; without dates, its last twelve months',
        fr: 'écrire un rapport du catalogue ; sans dates, ses douze derniers mois',
      }),
    )
    .option('--list', cli.text({ en: 'list the catalogue', fr: 'lister le catalogue' }));
  addQueryOptions(command, cli).action((id: string | undefined, options: Options) =>
    options.list ? listReports(cli, options.json === true) : printReport(cli, id, options),
  );
  examples(command, cli, [
    'vigie report --list',
    'vigie report sla-by-agent --from 2016-03-01 --to 2017-02-28 --group-by agent --json',
  ]);
}

async function printReport(cli: Cli, id: string | undefined, options: Options): Promise<void> {
  const given = await readQueryOptions(options);
  const { getReport } = await import('#domain/report/get-report.ts');
  const report = getReport(needOption(id, 'ID', 'vigie report --list'));
  const app = await cli.app();
  const [{ runReport }, { listNotices }, { printResult }] = await Promise.all([
    import('#app/reports/run-report.ts'),
    import('../notices.ts'),
    import('../format/print-result.ts'),
  ]);
  const { kpis, by, ...rest } = given;
  const overrides = { ...rest, ...(kpis && { kpis: [...kpis] }), ...(by && { by: [...by] }) };
  const result = await runReport(app, report.id, overrides);
  const json = options.json === true;
  if (!json) await cli.print(`${cli.text(report.title)} — ${cli.text(report.question)}\n`);
  await printResult(cli, result, await listNotices(app), json);
}

async function listReports(cli: Cli, json: boolean): Promise<void> {
  const { reports } = await import('#domain/report/catalogue/index.ts');
  if (json) return cli.printJson(reports);
  const head = [
    { title: cli.text({ en: 'Report', fr: 'Rapport' }) },
    { title: cli.text({ en: 'Theme', fr: 'Thème' }) },
    { title: cli.text({ en: 'Question', fr: 'Question' }) },
  ];
  await printTable(
    cli,
    head,
    reports.map(({ id, theme, question }) => [id, theme, cli.text(question)]),
  );
}
