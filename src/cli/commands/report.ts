import type { Command } from 'commander';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { addQueryOptions, oneOf, type QueryOptions, readQueryOptions } from '../input/query-options.ts';
import { needOption } from '../usage-error.ts';

interface Options extends QueryOptions {
  readonly list?: boolean;
  readonly format?: string;
  readonly output?: string;
  readonly sort?: string;
}

const formats = ['csv', 'xlsx', 'pdf', 'png', 'parquet'] as const;

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
    .option('--list', cli.text({ en: 'list the catalogue', fr: 'lister le catalogue' }))
    .option(
      '--format <format>',
      cli.text({ en: `as a file: ${formats.join(', ')}`, fr: `sous forme de fichier : ${formats.join(', ')}` }),
    )
    .option(
      '--output <file>',
      cli.text({ en: 'file to write (default: the output)', fr: 'fichier à écrire (par défaut : la sortie)' }),
    )
    .option(
      '--sort <column>',
      cli.text({
        en: 'column that orders the rows of the file, - before it from large to small',
        fr: 'colonne qui ordonne les lignes du fichier, précédée de - du plus grand au plus petit',
      }),
    );
  addQueryOptions(command, cli).action((id: string | undefined, options: Options) => {
    if (options.list) return listReports(cli, options.json === true);
    const asFile = options.format !== undefined || options.output !== undefined;
    return asFile ? writeReport(cli, id, options) : printReport(cli, id, options);
  });
  examples(command, cli, [
    'vigie report --list',
    'vigie report sla-by-agent --from 2016-03-01 --to 2017-02-28 --group-by agent --json',
    'vigie report sla-by-agent --every none --format xlsx --output agents.xlsx',
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

/** The report as a file: the table, the order and the words of the screen. */
async function writeReport(cli: Cli, id: string | undefined, options: Options): Promise<void> {
  const known = formats.find((each) => options.output?.toLowerCase().endsWith(`.${each}`));
  const format = oneOf('--format', options.format ?? known ?? 'csv', formats);
  const { kpis, by, ...rest } = await readQueryOptions(options);
  const overrides = { ...rest, ...(kpis && { kpis: [...kpis] }), ...(by && { by: [...by] }) };
  const { getReport } = await import('#domain/report/get-report.ts');
  const report = getReport(needOption(id, 'ID', 'vigie report --list'));
  if (options.output === undefined && format !== 'csv' && cli.io.tty.stdout) {
    throw new VigieError('cli.missing-argument', { name: '--output', help: 'vigie report --help' });
  }
  const app = await cli.app();
  const [{ askingOfReport }, { exportReport }, { answerQuery }, { sendPieces }] = await Promise.all([
    import('#app/exports/asking-of.ts'),
    import('#app/exports/export-report.ts'),
    import('#app/reports/answer-query.ts'),
    import('../input/send-pieces.ts'),
  ]);
  const file = await exportReport(app, {
    asking: await askingOfReport(app, report.id, overrides),
    ...{ format, language: cli.language, sort: options.sort },
    answer: (question) => answerQuery(app, question),
  });
  return sendPieces(cli, file.bytes, options.output);
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
