import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

/** `vigie channels`: where warnings and escalations go beside members. */
export function addChannels(program: Command, cli: Cli): void {
  const channels = program.command('channels').description(cli.text({ en: 'alert channels', fr: 'canaux d’alerte' }));
  channels
    .command('list')
    .description(cli.text({ en: 'channels, without their addresses', fr: 'canaux, sans leurs adresses' }))
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const rotate = channels
    .command('rotate <id>')
    .description(
      cli.text({
        en: 'make a new key for a webhook and print it, this once; the one before signs beside it for 24 hours',
        fr: 'créer une nouvelle clé pour un webhook et l’afficher, cette seule fois ; la précédente signe aussi pendant 24 heures',
      }),
    )
    .option('--json', cli.text({ en: 'answer as {"channel","key"}', fr: 'répondre sous la forme {"channel","key"}' }))
    .action((id: string, options: { json?: boolean }) => runRotate(cli, id, options.json === true));
  examples(rotate, cli, ['vigie channels rotate helpdesk']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listChannelViews } = await import('#app/channels/channels.ts');
  const channels = await listChannelViews(app);
  if (json) return cli.printJson(channels);
  const titles = [
    { title: 'Id' },
    { title: cli.text({ en: 'Name', fr: 'Nom' }) },
    { title: cli.text({ en: 'Kind', fr: 'Type' }) },
    { title: cli.text({ en: 'Leads to', fr: 'Mène à' }) },
    { title: cli.text({ en: 'Key before signs until', fr: 'Clé précédente valable jusqu’au' }) },
  ];
  await printTable(
    cli,
    titles,
    channels.map(({ id, name, kind, hint, oldKeyUntil }) => [id, name, kind, hint, oldKeyUntil ?? '–']),
  );
}

async function runRotate(cli: Cli, id: string, json: boolean): Promise<void> {
  const app = await cli.app();
  const { rotateChannelKey } = await import('#app/channels/channels.ts');
  const made = await rotateChannelKey(app, id, byOperator);
  if (json) return cli.printJson(made);
  await cli.print(made.key);
}
