import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import { type TokenScope, tokenScopes } from '#domain/access/permission.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie token`: API tokens of the workspace. */
export function addToken(program: Command, cli: Cli): void {
  const token = program.command('token').description(cli.text({ en: 'API tokens', fr: 'jetons d’API' }));
  const create = token
    .command('create')
    .description(
      cli.text({ en: 'make a token and print it, this once', fr: 'créer un jeton et l’afficher, cette seule fois' }),
    )
    .requiredOption('--name <name>', cli.text({ en: 'what it is for', fr: 'à quoi il sert' }))
    .option('--scope <scope>', cli.text({ en: 'ingest, read or admin', fr: 'ingest, read ou admin' }), 'read')
    .option(
      '--days <number>',
      cli.text({ en: 'how long it works; 0: for good', fr: 'durée en jours ; 0 : sans fin' }),
      '365',
    )
    .option(
      '--json',
      cli.text({ en: 'answer as {"token","details"}', fr: 'répondre sous la forme {"token","details"}' }),
    )
    .action((options: CreateOptions) => runCreate(cli, options));
  examples(create, cli, ['vigie token create --name zendesk --scope ingest', 'vigie token create --name BI --json']);
  token
    .command('list')
    .description(cli.text({ en: 'tokens, without their secrets', fr: 'jetons, sans leurs secrets' }))
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  token
    .command('revoke <id>')
    .description(cli.text({ en: 'revoke a token, at once', fr: 'révoquer un jeton, immédiatement' }))
    .option('--json', cli.text(asJson))
    .action((id: string, options: { json?: boolean }) => runRevoke(cli, id, options.json === true));
}

interface CreateOptions {
  readonly name: string;
  readonly scope: string;
  readonly days: string;
  readonly json?: boolean;
}

async function runCreate(cli: Cli, options: CreateOptions): Promise<void> {
  const scope = readScope(options.scope);
  const days = readDays(options.days);
  const app = await cli.app();
  const { createToken } = await import('#app/tokens/tokens.ts');
  const made = await createToken(
    app,
    { name: options.name, scope, expiresInDays: days === 0 ? null : days },
    byOperator,
  );
  if (options.json) return cli.printJson(made);
  await cli.print(made.token);
}

function readScope(given: string): TokenScope {
  const scope = tokenScopes.find((one) => one === given);
  if (scope) return scope;
  throw new VigieError('cli.bad-value', { name: '--scope', value: given, expected: tokenScopes.join(', ') });
}

function readDays(given: string): number {
  const days = Number(given);
  if (/^\d+$/.test(given) && days <= 3650) return days;
  throw new VigieError('cli.bad-value', { name: '--days', value: given, expected: '0–3650' });
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listTokenViews } = await import('#app/tokens/tokens.ts');
  const tokens = await listTokenViews(app);
  if (json) return cli.printJson(tokens);
  const titles = cli.language === 'fr' ? ['Id', 'Nom', 'Portée', 'Expire le'] : ['Id', 'Name', 'Scope', 'Expires'];
  const rows = tokens.map(({ id, name, scope, expiresAt }) => [id, name, scope, expiresAt?.slice(0, 10) ?? '–']);
  await printTable(
    cli,
    titles.map((title) => ({ title })),
    rows,
  );
}

async function runRevoke(cli: Cli, id: string, json: boolean): Promise<void> {
  const app = await cli.app();
  const { revokeToken } = await import('#app/tokens/tokens.ts');
  await revokeToken(app, id, byOperator);
  if (json) return cli.printJson({ id, revoked: true });
  await cli.print(cli.text({ en: 'Revoked.', fr: 'Révoqué.' }));
}
