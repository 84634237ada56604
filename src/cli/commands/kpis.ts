import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

/** `vigie kpis`: the registry of definitions. */
export function addKpis(program: Command, cli: Cli): void {
  const command = program
    .command('kpis')
    .description(cli.text({ en: 'list the KPIs and what they mean', fr: 'lister les indicateurs et leur définition' }))
    .option('--json', cli.text({ en: 'the whole registry as JSON', fr: 'tout le registre en JSON' }))
    .action((options: { json?: boolean }) => runKpis(cli, options.json === true));
  examples(command, cli, ['vigie kpis', 'vigie kpis --json']);
}

async function runKpis(cli: Cli, json: boolean): Promise<void> {
  const [{ describeKpi }, { kpis: registry }, { dimensionsOf }] = await Promise.all([
    import('#contract/describe-kpi.ts'),
    import('#domain/kpi/index.ts'),
    import('#domain/report/dimension.ts'),
  ]);
  const kpis = registry.map((kpi) => ({ ...describeKpi(kpi, {}), dimensions: dimensionsOf(kpi.table) }));
  if (json) return cli.printJson(kpis);
  const head = [
    { title: cli.text({ en: 'KPI', fr: 'Indicateur' }) },
    { title: cli.text({ en: 'Unit', fr: 'Unité' }) },
    { title: cli.text({ en: 'Variants', fr: 'Variantes' }) },
    { title: cli.text({ en: 'Meaning', fr: 'Sens' }) },
  ];
  await printTable(
    cli,
    head,
    kpis.map((kpi) => [kpi.id, kpi.unit, variantsOf(kpi.variants), cli.text(kpi.help)]),
  );
}

function variantsOf(variants: readonly { readonly id: string }[]): string {
  return variants.length < 2 ? '' : variants.map(({ id }) => id).join(', ');
}
