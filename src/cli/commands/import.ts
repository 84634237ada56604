import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import type { ImportOptions } from '../import-files.ts';

/** `vigie import`: files into the journal. */
export function addImport(program: Command, cli: Cli): void {
  const say = (en: string, fr: string) => cli.text({ en, fr });
  const command = program
    .command('import <file...>')
    .description(
      say(
        'import events (NDJSON) or tables (CSV), plain or compressed; importing again changes nothing',
        'importer des événements (NDJSON) ou des tableaux (CSV), compressés ou non ; réimporter ne change rien',
      ),
    )
    .option(
      '--source <name>',
      say('the account they come from, such as zendesk/acme', 'le compte d’où ils viennent, par exemple zendesk/acme'),
    )
    .option(
      '--mapping <file>',
      say('JSON file that says what the columns mean', 'fichier JSON qui dit ce que signifient les colonnes'),
    )
    .option('--yes', say('accept the guessed columns', 'accepter les colonnes devinées'))
    .option(
      '--guess',
      say(
        'print the guessed mapping as JSON and import nothing',
        'écrire en JSON la correspondance devinée, sans rien importer',
      ),
    )
    .option(
      '--rejects <file>',
      say(
        'where rejected rows go (default: FILE.rejected.csv)',
        'où écrire les lignes rejetées (par défaut : FICHIER.rejected.csv)',
      ),
    )
    .option(
      '--calendars <file>',
      say(
        'JSON array of calendars to bring into force first',
        'tableau JSON de calendriers à mettre d’abord en vigueur',
      ),
    )
    .option(
      '--policies <file>',
      say('JSON array of policies to bring into force first', 'tableau JSON de règles à mettre d’abord en vigueur'),
    )
    .option(
      '--json',
      say(
        'end with {"accepted","duplicates","rejected","tickets"}',
        'finir par {"accepted","duplicates","rejected","tickets"}',
      ),
    )
    .action(async (files: string[], options: ImportOptions) => {
      const { importFiles } = await import('../import-files.ts');
      await importFiles(cli, files, options);
    });
  examples(command, cli, [
    'vigie import events.ndjson.gz --source zendesk/acme',
    'vigie import tickets.csv --source crm --guess > mapping.json',
    'vigie import log.csv --source crm --mapping mapping.json --calendars c.json --policies p.json',
  ]);
}
