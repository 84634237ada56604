import type { Command } from 'commander';
import type { Policy } from '#domain/sla/policy.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printDryRun } from '../format/print-dry-run.ts';
import { showProgress } from '../format/progress.ts';
import { printTable } from '../format/table.ts';
import { readCount } from '../input/query-options.ts';
import { readJsonList } from '../input/read-file.ts';

interface Options {
  readonly calendars?: string;
  readonly months?: string;
  readonly json?: boolean;
}

/** `vigie policies`: what is promised, changed and tried. */
export function addPolicies(program: Command, cli: Cli): void {
  const policies = program
    .command('policies')
    .description(
      cli.text({ en: 'policies, their versions and dry runs', fr: 'règles, leurs versions et leurs essais' }),
    );
  const json = cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' });
  const calendars = cli.text({
    en: 'JSON array of calendars that they need',
    fr: 'tableau JSON des calendriers dont elles ont besoin',
  });
  policies
    .command('list')
    .description(
      cli.text({ en: 'all policies in order of precedence', fr: 'toutes les règles, par ordre de priorité' }),
    )
    .option('--json', json)
    .action((options: Options) => runList(cli, options));
  const save = policies
    .command('save <file>')
    .description(
      cli.text({
        en: 'write each policy of a JSON file as the next version of its id; one that says nothing new stays as it is',
        fr: 'écrire chaque règle d’un fichier JSON comme prochaine version de son id ; une règle inchangée reste telle quelle',
      }),
    )
    .option('--calendars <file>', calendars)
    .option('--json', json)
    .action((file: string, options: Options) => runSave(cli, file, options));
  examples(save, cli, ['vigie policies save gold.json', 'vigie policies save ebay.json --calendars calendars.json']);
  const tried = policies
    .command('dry-run <file>')
    .description(
      cli.text({
        en: 'run the policies of a JSON file over past tickets beside those of today; nothing changes',
        fr: 'essayer les règles d’un fichier JSON sur les tickets passés, à côté de celles d’aujourd’hui ; rien ne change',
      }),
    )
    .option('--calendars <file>', calendars)
    .option('--months <n>', cli.text({ en: 'months of tickets (default: 3)', fr: 'mois de tickets (par défaut : 3)' }))
    .option('--json', json)
    .action((file: string, options: Options) => runDryRun(cli, file, options));
  examples(tried, cli, ['vigie policies dry-run gold.json --months 6', 'vigie policies dry-run gold.json --json']);
}

async function runList(cli: Cli, { json }: Options): Promise<void> {
  const app = await cli.app();
  const { listPolicyViews } = await import('#app/rules/policy-views.ts');
  const { items, inForce } = await listPolicyViews(app);
  if (json === true) return cli.printJson(items);
  const newest = [...Map.groupBy(items, ({ id }) => id).values()].map((versions) => versions.at(-1) as Policy);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Policy', fr: 'Règle' }) },
      { title: cli.text({ en: 'Name', fr: 'Nom' }) },
      { title: cli.text({ en: 'Kind', fr: 'Nature' }) },
      { title: cli.text({ en: 'Version', fr: 'Version' }), align: 'right' },
      { title: cli.text({ en: 'In force', fr: 'En vigueur' }), align: 'right' },
      { title: cli.text({ en: 'From', fr: 'Depuis' }) },
    ],
    newest.map(({ id, name, kind, version, effectiveFrom }) => [
      ...[id, name, kind, String(version ?? 1), String(inForce[id] ?? '–'), effectiveFrom],
    ]),
  );
}

async function runSave(cli: Cli, file: string, options: Options): Promise<void> {
  const app = await cli.app();
  const [{ savePolicy }, { findNewestVersion }, { byOperator }, { parsePolicy }] = await Promise.all([
    import('#app/rules/edit-policies.ts'),
    import('#app/rules/policy-views.ts'),
    import('#app/audit/record-audit.ts'),
    import('#domain/sla/parse-policy.ts'),
  ]);
  const calendars = options.calendars === undefined ? [] : await readJsonList(cli.io, options.calendars);
  const given = (await readJsonList(cli.io, file)).map(parsePolicy);
  for (const policy of given) {
    const { id } = policy;
    const version = await findNewestVersion(app, id);
    const saved = await savePolicy(app, { id, version }, { policy, calendars }, byOperator);
    if (options.json === true) await cli.printJson(saved);
    else {
      const fresh = saved.version !== version;
      await cli.print(
        cli.text({
          en: `${id}: ${fresh ? `version ${saved.version} written` : `unchanged at version ${saved.version}`}`,
          fr: `${id} : ${fresh ? `version ${saved.version} écrite` : `inchangée, version ${saved.version}`}`,
        }),
      );
    }
  }
  await app.folds.settled();
}

async function runDryRun(cli: Cli, file: string, options: Options): Promise<void> {
  const app = await cli.app();
  const [{ finishDryRun }, { viewDryRun }] = await Promise.all([
    import('#app/what-if/dry-runs.ts'),
    import('#app/what-if/dry-run-view.ts'),
  ]);
  const policies = await readJsonList(cli.io, file);
  const calendars = options.calendars === undefined ? [] : await readJsonList(cli.io, options.calendars);
  const months = options.months === undefined ? 3 : readCount('--months', options.months);
  const progress = await showProgress(cli, cli.text({ en: 'Trying', fr: 'Essai' }));
  const run = await finishDryRun(app, { policies, calendars, months }, (done, total) =>
    progress.update(done, total),
  ).finally(() => progress.end());
  const view = await viewDryRun(app, run, cli.language);
  if (options.json === true) return cli.printJson(view);
  await printDryRun(cli, view);
}
