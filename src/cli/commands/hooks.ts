import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import { hookSettings } from '#contract/schemas/data-in/hook.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { readJsonFile } from '../input/read-file.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie hooks`: webhooks that other systems post to. */
export function addHooks(program: Command, cli: Cli): void {
  const hooks = program
    .command('hooks')
    .description(cli.text({ en: 'webhooks that other systems post to', fr: 'webhooks où d’autres systèmes envoient' }));
  hooks
    .command('list')
    .description(cli.text({ en: 'webhooks, without their secrets', fr: 'webhooks, sans leurs secrets' }))
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const create = hooks
    .command('create <file>')
    .description(
      cli.text({
        en: 'make a webhook of a JSON file: name, source, scheme, mapping; print its address and its secret, this once',
        fr: 'créer un webhook d’après un fichier JSON : name, source, scheme, mapping ; afficher son adresse et son secret, cette seule fois',
      }),
    )
    .option('--json', cli.text({ en: 'answer as {"hook","secret"}', fr: 'répondre sous la forme {"hook","secret"}' }))
    .action((file: string, options: { json?: boolean }) => runCreate(cli, file, options.json === true));
  examples(create, cli, ['vigie hooks create shop.json', 'vigie hooks create shop.json --json']);
  const rotate = hooks
    .command('rotate <id>')
    .description(
      cli.text({
        en: 'make a new secret and print it, this once; the one before holds for 24 hours',
        fr: 'créer un nouveau secret et l’afficher, cette seule fois ; le précédent reste valable 24 heures',
      }),
    )
    .option('--json', cli.text({ en: 'answer as {"hook","secret"}', fr: 'répondre sous la forme {"hook","secret"}' }))
    .action((id: string, options: { json?: boolean }) => runRotate(cli, id, options.json === true));
  examples(rotate, cli, ['vigie hooks rotate 3q2-7wXvYkTn']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listHookViews } = await import('#app/hooks/hooks.ts');
  const hooks = await listHookViews(app);
  if (json) return cli.printJson(hooks);
  const titles = [
    { title: 'Id' },
    { title: cli.text({ en: 'Name', fr: 'Nom' }) },
    { title: 'Source' },
    { title: cli.text({ en: 'Signature', fr: 'Signature' }) },
    { title: cli.text({ en: 'Secret before holds until', fr: 'Secret précédent valable jusqu’au' }) },
  ];
  await printTable(
    cli,
    titles,
    hooks.map(({ id, name, source, scheme, oldSecretUntil }) => [id, name, source, scheme, oldSecretUntil ?? '–']),
  );
}

async function runCreate(cli: Cli, file: string, json: boolean): Promise<void> {
  const parsed = hookSettings.safeParse(await readJsonFile(cli.io, file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const value = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    throw new VigieError('cli.bad-value', { name: file, value, expected: '{"name","source","scheme","mapping"}' });
  }
  const app = await cli.app();
  const { createHook } = await import('#app/hooks/hooks.ts');
  const made = await createHook(app, parsed.data, byOperator);
  if (json) return cli.printJson(made);
  await cli.print(`${made.hook.path}\n${made.secret}`);
}

async function runRotate(cli: Cli, id: string, json: boolean): Promise<void> {
  const app = await cli.app();
  const { rotateHook } = await import('#app/hooks/hooks.ts');
  const made = await rotateHook(app, id, byOperator);
  if (json) return cli.printJson(made);
  await cli.print(made.secret);
}
