import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { countsOf, describeCounts } from '../format/backup-counts.ts';
import { formatBytes, formatSpan } from '../format/figures.ts';
import { showProgress } from '../format/progress.ts';
import { pathFrom } from '../io.ts';

interface Options {
  readonly verify?: boolean;
  readonly json?: boolean;
}

/** `vigie backup`: everything in one file, while the server runs. */
export function addBackup(program: Command, cli: Cli): void {
  const command = program
    .command('backup <file>')
    .description(
      cli.text({
        en: 'back everything up into one file, while Vigie runs; an existing file is never overwritten',
        fr: 'sauvegarder le tout dans un seul fichier, pendant que Vigie tourne ; aucun fichier existant n’est écrasé',
      }),
    )
    .option(
      '--verify',
      cli.text({
        en: 'check every byte of a back-up instead, and restore nothing',
        fr: 'contrôler chaque octet d’une sauvegarde, sans rien restaurer',
      }),
    )
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action((file: string, options: Options) =>
      options.verify ? runVerify(cli, file, options.json === true) : runBackup(cli, file, options.json === true),
    );
  examples(command, cli, ['vigie backup vigie-2026-03-02.backup', 'vigie backup --verify vigie-2026-03-02.backup']);
}

async function runBackup(cli: Cli, file: string, json: boolean): Promise<void> {
  const path = pathFrom(cli.io, file);
  const installation = await cli.installation();
  const { backUpToFile } = await import('#app/backup/back-up-to-file.ts');
  const { recordBackup } = await import('#app/backup/record-backup.ts');
  const started = performance.now();
  const progress = await showProgress(cli, cli.text({ en: 'Backing up', fr: 'Sauvegarde' }));
  const { bytes, ...taken } = await backUpToFile(installation, path, {
    signal: cli.io.endSignal(),
    onProgress: (done, total) => progress.update(done, total),
  }).finally(() => progress.end());
  await recordBackup(installation, { actor: { kind: 'operator' }, address: null }, taken.manifest);
  const seconds = (performance.now() - started) / 1000;
  const counts = countsOf(taken);
  if (json) return cli.printJson({ file: path, bytes, seconds: Math.round(seconds * 10) / 10, ...counts });
  const facts = [formatBytes(bytes, cli.language), describeCounts(counts, cli), formatSpan(seconds, cli.language)];
  await cli.print(`${file} · ${facts.join(' · ')}`);
}

async function runVerify(cli: Cli, file: string, json: boolean): Promise<void> {
  const { verifyBackup } = await import('#app/backup/verify-backup.ts');
  const { eventsIn, rowsIn } = await import('#app/backup/manifest.ts');
  const progress = await showProgress(cli, cli.text({ en: 'Verifying', fr: 'Contrôle' }));
  const shown = (done: number, total: number) => progress.update(done, total, formatBytes(done, cli.language));
  const { manifest, parts, bytes, sha256 } = await verifyBackup(pathFrom(cli.io, file), shown).finally(() =>
    progress.end(),
  );
  const counts = countsOf({ manifest, rows: rowsIn(parts), events: eventsIn(parts) });
  if (json) return cli.printJson({ file: pathFrom(cli.io, file), bytes, seal: sha256, ...counts });
  await cli.print(
    cli.text({
      en: `${file} is whole · ${formatBytes(bytes, cli.language)} · ${describeCounts(counts, cli)}`,
      fr: `${file} est intact · ${formatBytes(bytes, cli.language)} · ${describeCounts(counts, cli)}`,
    }),
  );
  await cli.print(
    cli.text({
      en: `Taken at ${counts.takenAt} by Vigie ${counts.version}.`,
      fr: `Prise le ${counts.takenAt} par Vigie ${counts.version}.`,
    }),
  );
}
