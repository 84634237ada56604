import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatCell } from '../format/figures.ts';
import { printTable } from '../format/table.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie alerts`: KPIs that are looked at every minute. */
export function addAlerts(program: Command, cli: Cli): void {
  const alerts = program
    .command('alerts')
    .description(cli.text({ en: 'alerts on KPIs', fr: 'alertes sur indicateurs' }));
  alerts
    .command('list')
    .description(
      cli.text({ en: 'what each looks at, and how it stands', fr: 'ce que chacune surveille, et où elle en est' }),
    )
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const check = alerts
    .command('check')
    .description(
      cli.text({
        en: 'look at all of them now, and say what is out of its bounds',
        fr: 'les examiner toutes maintenant, et dire ce qui est hors de ses limites',
      }),
    )
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runCheck(cli, options.json === true));
  examples(check, cli, ['vigie alerts list', 'vigie alerts check']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listAlertViews } = await import('#app/alerts/alerts.ts');
  const alerts = await listAlertViews(app, { kind: 'operator' }, cli.language);
  if (json) return cli.printJson(alerts);
  const paused = cli.text({ en: 'paused', fr: 'en pause' });
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Alert', fr: 'Alerte' }) },
      { title: cli.text({ en: 'Title', fr: 'Titre' }) },
      { title: cli.text({ en: 'KPI', fr: 'Indicateur' }) },
      { title: cli.text({ en: 'Looked at', fr: 'Examinée' }) },
      { title: cli.text({ en: 'Out of bounds', fr: 'Hors limites' }) },
    ],
    alerts.map(({ id, title, rule, paused: is, checkedAt, error, open }) => [
      ...[id, title, rule.by === null ? rule.kpi : `${rule.kpi} / ${rule.by}`],
      is ? paused : (error?.code ?? checkedAt ?? '–'),
      String(open),
    ]),
  );
}

async function runCheck(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { everywhere } = await cli.accounts();
  const [{ checkAlerts }, { listOpenFiringViews }] = await Promise.all([
    import('#app/alerts/check-alerts.ts'),
    import('#app/alerts/list-firings.ts'),
  ]);
  await checkAlerts(app, { everywhere });
  const { items, labels } = await listOpenFiringViews(app);
  if (json) return cli.printJson(items);
  if (items.length === 0) {
    return cli.note(cli.text({ en: 'Nothing is out of its bounds.', fr: 'Rien n’est hors de ses limites.' }));
  }
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Title', fr: 'Titre' }) },
      { title: cli.text({ en: 'Of', fr: 'De' }) },
      { title: cli.text({ en: 'Figure', fr: 'Chiffre' }) },
      { title: 'n' },
      { title: cli.text({ en: 'Since', fr: 'Depuis' }) },
    ],
    items.map(({ title, value, rule, unit, figure, n, beganAt }) => [
      title,
      value === null ? '–' : (labels[rule.by ?? '']?.[value] ?? value),
      formatCell(figure, unit, cli.language),
      String(n),
      beganAt,
    ]),
  );
}
