import type { Command } from 'commander';
import type { RestoreRequest, RestoreSummary } from '#app/restore/restore-backup.ts';
import type { LocalText } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { countsOf, describeCounts } from '../format/backup-counts.ts';
import { formatBytes, formatNumber, formatSpan } from '../format/figures.ts';
import { type Progress, showProgress } from '../format/progress.ts';
import { pathFrom } from '../io.ts';

interface Options {
  readonly replace?: boolean;
  readonly otherSecret?: boolean;
  readonly json?: boolean;
}

/** `vigie restore`: a back-up into an empty installation, as a whole or not at all. */
export function addRestore(program: Command, cli: Cli): void {
  const command = program
    .command('restore <file>')
    .description(
      cli.text({
        en: 'restore a back-up into an empty installation, whole or not at all; Vigie must not be running',
        fr: 'restaurer une sauvegarde dans une installation vide, entièrement ou pas du tout ; Vigie doit être arrêtée',
      }),
    )
    .option(
      '--replace',
      cli.text({
        en: 'restore over data, which is moved aside and not deleted',
        fr: 'restaurer par-dessus des données, qui sont mises de côté et non supprimées',
      }),
    )
    .option(
      '--other-secret',
      cli.text({
        en: 'restore although its secret is lost: what was sealed with it cannot be opened',
        fr: 'restaurer même si son secret est perdu : ce qu’il scellait ne s’ouvrira plus',
      }),
    )
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action((file: string, options: Options) => runRestore(cli, file, options));
  examples(command, cli, [
    'vigie restore vigie-2026-03-02.backup',
    'VIGIE_DATA=/srv/new vigie restore vigie-2026-03-02.backup',
    'vigie restore --replace vigie-2026-03-02.backup',
  ]);
}

type Step = Parameters<RestoreRequest['onProgress']>[0];

const titles: Readonly<Record<Step, LocalText>> = {
  verifying: { en: 'Verifying', fr: 'Contrôle' },
  loading: { en: 'Restoring', fr: 'Restauration' },
  folding: { en: 'Folding', fr: 'Calcul' },
};

async function runRestore(cli: Cli, file: string, options: Options): Promise<void> {
  const { replace = false, otherSecret = false, json = false } = options;
  const settings = await cli.settings();
  const { restoreBackup } = await import('#app/restore/restore-backup.ts');
  const started = performance.now();
  const shown = await showSteps(cli);
  const request = { file: pathFrom(cli.io, file), replace, otherSecret, onProgress: shown.update };
  const summary = await restoreBackup(settings, request).finally(() => shown.end());
  const seconds = (performance.now() - started) / 1000;
  await (json ? printJson(cli, summary, seconds) : printSummary(cli, file, summary, seconds));
}

async function showSteps(cli: Cli): Promise<{ update: RestoreRequest['onProgress']; end(): void }> {
  const bars = {} as Record<Step, Progress>;
  for (const step of ['verifying', 'loading', 'folding'] as const) {
    bars[step] = await showProgress(cli, cli.text(titles[step]));
  }
  let current: Step = 'verifying';
  return {
    update(step, done, total) {
      if (step !== current) bars[current].end();
      current = step;
      bars[step].update(done, total, step === 'verifying' ? formatBytes(done, cli.language) : undefined);
    },
    end: () => bars[current].end(),
  };
}

async function printJson(cli: Cli, summary: RestoreSummary, seconds: number): Promise<void> {
  const { kept, subjects, failed, foldSeconds, backup } = summary;
  const round = (value: number) => Math.round(value * 10) / 10;
  const times = { seconds: round(seconds), foldSeconds: round(foldSeconds) };
  await cli.printJson({ ...countsOf({ ...summary, manifest: backup.manifest }), subjects, failed, kept, ...times });
}

async function printSummary(cli: Cli, file: string, summary: RestoreSummary, seconds: number): Promise<void> {
  const { kept, subjects, failed, foldSeconds, backup } = summary;
  const { language } = cli;
  const counts = describeCounts(countsOf({ ...summary, manifest: backup.manifest }), cli);
  await cli.print(
    cli.text({
      en: `${file} is restored · ${counts} · ${formatSpan(seconds, language)}`,
      fr: `${file} est restauré · ${counts} · ${formatSpan(seconds, language)}`,
    }),
  );
  const [folded, time] = [formatNumber(subjects, language, 0), formatSpan(foldSeconds, language)];
  await cli.print(
    backup.manifest.journals === null
      ? cli.text({
          en: 'It holds the records only: the figures are folded anew at the next start.',
          fr: 'Elle ne contient que les fiches : les chiffres seront recalculés au prochain démarrage.',
        })
      : cli.text({
          en: `Folded anew from the journal: ${folded} tickets and other subjects in ${time}, ${failed} failed.`,
          fr: `Recalculé depuis le journal : ${folded} tickets et autres sujets en ${time}, ${failed} en échec.`,
        }),
  );
  if (kept !== null) {
    await cli.print(
      cli.text({
        en: `The data that was there lies in ${kept}.`,
        fr: `Les données d’avant se trouvent dans ${kept}.`,
      }),
    );
  }
}
