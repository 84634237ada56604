import type { Command } from 'commander';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { readFilters } from '../input/filter-option.ts';
import { oneOf } from '../input/query-options.ts';
import { sendPieces } from '../input/send-pieces.ts';

interface Options {
  readonly format?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly filter?: readonly string[];
  readonly pseudonyms?: boolean;
}

const tables = ['tickets', 'clocks', 'replies'] as const;
const formats = ['csv', 'ndjson', 'xlsx', 'parquet'] as const;

/** `vigie export`: all rows of a fact table. */
export function addExport(program: Command, cli: Cli): void {
  const command = program
    .command('export <table>')
    .description(
      cli.text({
        en: `write all rows of a table of facts: ${tables.join(', ')}`,
        fr: `écrire toutes les lignes d’une table de faits : ${tables.join(', ')}`,
      }),
    )
    .option(
      '--format <format>',
      cli.text({ en: `${formats.join(', ')} (default: csv)`, fr: `${formats.join(', ')} (par défaut : csv)` }),
    )
    .option(
      '--out <file>',
      cli.text({ en: 'file to write (default: the output)', fr: 'fichier à écrire (par défaut : la sortie)' }),
    )
    .option(
      '--filter <condition>',
      cli.text({
        en: 'only rows such as channel=email; may be repeated',
        fr: 'seulement les lignes comme channel=email ; répétable',
      }),
      (value: string, earlier: string[] = []) => [...earlier, value],
    )
    .option(
      '--pseudonyms',
      cli.text({
        en: 'pseudonyms in the place of agents and customers, and no free texts',
        fr: 'des pseudonymes à la place des agents et des clients, sans textes libres',
      }),
    )
    .option('--json', cli.text({ en: 'the same as --format ndjson', fr: 'comme --format ndjson' }))
    .action((table: string, options: Options) => runExport(cli, table, options));
  examples(command, cli, [
    'vigie export tickets --format parquet --out tickets.parquet',
    'vigie export clocks --format ndjson --filter priority=urgent | head',
    'vigie export replies --pseudonyms --out replies.csv',
  ]);
}

async function runExport(cli: Cli, name: string, options: Options): Promise<void> {
  const table = oneOf('TABLE', name, tables);
  const format = oneOf('--format', options.format ?? (options.json ? 'ndjson' : 'csv'), formats);
  const filter = readFilters(options.filter ?? []) ?? undefined;
  const { out, pseudonyms = false } = options;
  if (out === undefined && (format === 'parquet' || format === 'xlsx') && cli.io.tty.stdout) {
    throw new VigieError('cli.missing-argument', { name: '--out', help: 'vigie export --help' });
  }
  const app = await cli.app();
  const { exportFacts } = await import('#app/reports/export-facts.ts');
  const pieces = exportFacts(app, { table, format, filter, pseudonyms });
  return sendPieces(cli, pieces, out);
}
