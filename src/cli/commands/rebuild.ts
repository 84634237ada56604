import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatNumber } from '../format/figures.ts';
import { showProgress } from '../format/progress.ts';

/** `vigie rebuild`: every fact derived anew from the journal. */
export function addRebuild(program: Command, cli: Cli): void {
  const command = program
    .command('rebuild')
    .description(
      cli.text({
        en: 'derive every figure anew from the journal',
        fr: 'recalculer tous les chiffres depuis le journal',
      }),
    )
    .option(
      '--json',
      cli.text({ en: 'answer as {"tickets","failed"}', fr: 'répondre sous la forme {"tickets","failed"}' }),
    )
    .action((options: { json?: boolean }) => runRebuild(cli, options.json === true));
  examples(command, cli, ['vigie rebuild']);
}

async function runRebuild(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { rebuildFacts } = await import('#app/rebuild-facts.ts');
  const progress = await showProgress(cli, cli.text({ en: 'Folding', fr: 'Calcul' }));
  const { keys, failed } = await rebuildFacts(app, ({ folded, total }) => progress.update(folded, total)).finally(() =>
    progress.end(),
  );
  for (const { key, message } of failed) await cli.note(`${key}: ${message}`);
  if (json) return cli.printJson({ tickets: keys, failed: failed.length });
  const count = formatNumber(keys, cli.language, 0);
  await cli.print(
    cli.text({
      en: `Rebuilt from the journal: ${count} tickets and other subjects, ${failed.length} failed.`,
      fr: `Recalculé depuis le journal : ${count} tickets et autres sujets, ${failed.length} en échec.`,
    }),
  );
}
