import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import type { EraseOptions } from '../privacy/run-erase.ts';
import type { ExportOptions } from '../privacy/run-export.ts';
import type { RetentionOptions } from '../privacy/run-retention.ts';

/** `vigie privacy`: what is held of people, and how it goes. */
export function addPrivacy(program: Command, cli: Cli): void {
  const privacy = program.command('privacy').description(
    cli.text({
      en: 'erase a customer, export what is held of a person, set how long data is kept',
      fr: 'effacer un client, extraire ce qui est conservé d’une personne, fixer les durées de conservation',
    }),
  );
  addErase(privacy, cli);
  addErasures(privacy, cli);
  addExport(privacy, cli);
  addRetention(privacy, cli);
}

function addErase(privacy: Command, cli: Cli): void {
  const command = privacy
    .command('erase <customer>')
    .description(
      cli.text({
        en: 'erase a customer by id; figures stay, under a pseudonym, and nothing brings the person back',
        fr: 'effacer un client par son identifiant ; les chiffres restent, sous pseudonyme, et rien ne fait revenir la personne',
      }),
    )
    .option('--yes', cli.text({ en: 'do not ask', fr: 'ne pas demander' }))
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action(async (customer: string, options: EraseOptions) => {
      const { runErase } = await import('../privacy/run-erase.ts');
      await runErase(cli, customer, options);
    });
  examples(command, cli, ['vigie privacy erase cust-7731', 'vigie privacy erase cust-7731 --yes --json']);
}

function addErasures(privacy: Command, cli: Cli): void {
  const command = privacy
    .command('erasures')
    .description(
      cli.text({ en: 'list erasures, newest first', fr: 'lister les effacements, les plus récents d’abord' }),
    )
    .option('--json', cli.text({ en: 'one JSON object a line', fr: 'un objet JSON par ligne' }))
    .action(async (options: { json?: boolean }) => {
      const { runErasures } = await import('../privacy/run-erase.ts');
      await runErasures(cli, options.json === true);
    });
  examples(command, cli, ['vigie privacy erasures']);
}

function addExport(privacy: Command, cli: Cli): void {
  const command = privacy
    .command('export <kind> <id>')
    .description(
      cli.text({
        en: 'write everything held of a customer or an agent as one JSON document',
        fr: 'écrire tout ce qui est conservé d’un client (customer) ou d’un agent en un document JSON',
      }),
    )
    .option(
      '--out <file>',
      cli.text({ en: 'file to write (default: the output)', fr: 'fichier à écrire (par défaut : la sortie)' }),
    )
    .option(
      '--json',
      cli.text({ en: 'changes nothing: the answer is JSON', fr: 'ne change rien : la réponse est en JSON' }),
    )
    .action(async (kind: string, id: string, options: ExportOptions) => {
      const { runPersonExport } = await import('../privacy/run-export.ts');
      await runPersonExport(cli, kind, id, options);
    });
  examples(command, cli, [
    'vigie privacy export customer cust-7731 --out cust-7731.json',
    'vigie privacy export agent lea | jq .presence',
  ]);
}

function addRetention(privacy: Command, cli: Cli): void {
  const command = privacy.command('retention').description(
    cli.text({
      en: 'show how long data is kept, or change it; “never” keeps it for good',
      fr: 'afficher les durées de conservation, ou les changer ; « never » conserve sans limite',
    }),
  );
  const period = (flags: string, en: string, fr: string) => command.option(flags, cli.text({ en, fr }));
  period('--tickets <months>', 'delete closed tickets after', 'supprimer les tickets clos après');
  period(
    '--customers <months>',
    'turn customers into pseudonyms after',
    'remplacer les clients par des pseudonymes après',
  );
  period(
    '--imports <days>',
    'delete imports and rejected events after',
    'supprimer imports et événements rejetés après',
  );
  period('--audit <days>', 'delete entries of the audit log after', 'supprimer les entrées du journal d’audit après');
  command
    .option('--preview', cli.text({ en: 'count what would go now', fr: 'compter ce qui partirait maintenant' }))
    .option('--apply', cli.text({ en: 'remove it now', fr: 'le supprimer maintenant' }))
    .option('--yes', cli.text({ en: 'do not ask before --apply', fr: 'ne pas demander avant --apply' }))
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action(async (options: RetentionOptions) => {
      const { runRetention } = await import('../privacy/run-retention.ts');
      await runRetention(cli, options);
    });
  examples(command, cli, [
    'vigie privacy retention',
    'vigie privacy retention --tickets 36 --customers 24 --imports 90 --preview',
    'vigie privacy retention --apply --yes --json',
  ]);
}
