import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import { workspaceId, zone } from '#contract/schemas/account.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie workspace`: the workspaces of the installation. */
export function addWorkspace(program: Command, cli: Cli): void {
  const workspace = program
    .command('workspace')
    .description(cli.text({ en: 'workspaces of the installation', fr: 'espaces de travail de l’installation' }));
  const create = workspace
    .command('create <id>')
    .description(cli.text({ en: 'make a workspace', fr: 'créer un espace de travail' }))
    .option('--name <name>', cli.text({ en: 'name that people see', fr: 'nom affiché' }))
    .option('--time-zone <zone>', cli.text({ en: 'IANA time zone', fr: 'fuseau horaire IANA' }), 'UTC')
    .option('--json', cli.text(asJson))
    .action((id: string, options: CreateOptions) => runCreate(cli, id, options));
  examples(create, cli, ['vigie workspace create acme --name "Acme" --time-zone Europe/Paris']);
  workspace
    .command('list')
    .description(
      cli.text({ en: 'workspaces, the oldest first', fr: 'espaces de travail, du plus ancien au plus récent' }),
    )
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
}

interface CreateOptions {
  readonly name?: string;
  readonly timeZone: string;
  readonly json?: boolean;
}

async function runCreate(cli: Cli, id: string, { name = id, timeZone, json }: CreateOptions): Promise<void> {
  if (!workspaceId.safeParse(id).success) {
    const expected = cli.text({ en: 'small letters, digits and hyphens', fr: 'minuscules, chiffres et tirets' });
    throw new VigieError('cli.bad-value', { name: 'id', value: id, expected });
  }
  if (!zone.safeParse(timeZone).success) throw new VigieError('zone.unknown', { zone: timeZone });
  const installation = await cli.installation();
  const { createWorkspace } = await import('#app/members/workspace-settings.ts');
  const made = await createWorkspace(installation, { id, name, timeZone }, byOperator);
  if (json) return cli.printJson(made);
  await cli.print(cli.text({ en: `The workspace ${id} is made.`, fr: `L’espace de travail ${id} est créé.` }));
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const installation = await cli.installation();
  const { listWorkspaceViews } = await import('#app/members/workspace-settings.ts');
  const workspaces = await listWorkspaceViews(installation);
  if (json) return cli.printJson(workspaces);
  const titles = cli.language === 'fr' ? ['Id', 'Nom', 'Fuseau horaire'] : ['Id', 'Name', 'Time zone'];
  const rows = workspaces.map(({ id, name, timeZone }) => [id, name, timeZone]);
  await printTable(
    cli,
    titles.map((title) => ({ title })),
    rows,
  );
}
