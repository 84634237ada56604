import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie dashboard`: several reports on one page. */
export function addDashboard(program: Command, cli: Cli): void {
  const dashboard = program
    .command('dashboard')
    .description(cli.text({ en: 'dashboards and their figures', fr: 'tableaux de bord et leurs chiffres' }));
  dashboard
    .command('list')
    .description(cli.text({ en: 'all dashboards of the workspace', fr: 'tous les tableaux de bord de l’espace' }))
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const show = dashboard
    .command('show <id>')
    .description(cli.text({ en: 'print a dashboard, tile by tile', fr: 'écrire un tableau de bord, tuile par tuile' }))
    .option('--json', cli.text(asJson))
    .action((id: string, options: { json?: boolean }) => runShow(cli, id, options.json === true));
  examples(show, cli, ['vigie dashboard list', 'vigie dashboard show 5f0c6c2e-6d0e-4d0b-9f57-7d0a5f0a8a11 --json']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { records } = await cli.installation();
  const { listDashboardViews } = await import('#app/dashboards/dashboards.ts');
  const dashboards = await listDashboardViews(records, app, { kind: 'operator' });
  if (json) return cli.printJson(dashboards);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Dashboard', fr: 'Tableau de bord' }) },
      { title: cli.text({ en: 'Title', fr: 'Titre' }) },
      { title: cli.text({ en: 'Owner', fr: 'Propriétaire' }) },
      { title: cli.text({ en: 'Visible', fr: 'Visibilité' }) },
      { title: cli.text({ en: 'Tiles', fr: 'Tuiles' }), align: 'right' },
    ],
    dashboards.map(({ id, title, owner, visibility, tiles }) => [
      ...[id, title, owner?.name ?? '–', visibility],
      String(tiles),
    ]),
  );
}

async function runShow(cli: Cli, id: string, json: boolean): Promise<void> {
  const app = await cli.app();
  const { showDashboard } = await import('#app/dashboards/show-dashboard.ts');
  const shown = await showDashboard(app, id, { actor: { kind: 'operator' }, language: cli.language });
  if (json) return cli.printJson(shown);
  await cli.print(shown.title);
  for (const tile of shown.tiles) {
    await cli.print(tile.kind === 'text' ? `\n${tile.text}` : `\n${tile.title}`);
    if (tile.kind === 'text') continue;
    if (tile.problem !== null) await cli.print(tile.problem);
    if (tile.table === null) continue;
    const { columns, rows, total } = tile.table;
    await printTable(
      cli,
      columns.map(({ name, numeric }) => ({ title: name, align: numeric ? 'right' : 'left' })),
      [...rows.map(({ cells }) => cells), ...(total === null ? [] : [total])].map((cells) =>
        cells.map(({ text }) => text),
      ),
    );
  }
}
