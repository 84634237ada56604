import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { App } from '#app/app.ts';
import { byOperator } from '#app/audit/record-audit.ts';
import { type FilePreview, guessFile } from '#app/imports/guess-file.ts';
import { type ImportSummary, importFile } from '#app/imports/import-file.ts';
import { describeError, VigieError } from '#domain/error.ts';
import type { Cli } from './cli.ts';
import { formatCount } from './format/figures.ts';
import { showImport } from './format/import-progress.ts';
import { printGuess } from './format/print-guess.ts';
import { confirm } from './input/confirm.ts';
import { fileError, readJsonFile, readJsonList } from './input/read-file.ts';
import { RejectsFile } from './input/rejects-file.ts';
import { pathFrom } from './io.ts';
import { errorLine } from './report-error.ts';
import { needOption } from './usage-error.ts';

export interface ImportOptions {
  readonly source?: string;
  readonly mapping?: string;
  readonly yes?: boolean;
  readonly guess?: boolean;
  readonly rejects?: string;
  readonly calendars?: string;
  readonly policies?: string;
  readonly json?: boolean;
}

type Counts = Omit<ImportSummary, 'importId'>;

/**
 * Imports files one after the other. What can be checked without the stores is checked for all of them first; a file of
 * which nothing can be taken is told, the next ones are imported, and the first failure is thrown at the end.
 */
export async function importFiles(cli: Cli, files: readonly string[], options: ImportOptions): Promise<void> {
  const source = options.guess ? '' : needOption(options.source, '--source', 'vigie import --help');
  for (const file of files) await checkFile(cli, file);
  const mapping = options.mapping === undefined ? null : await readJsonFile(cli.io, options.mapping);
  const rules = {
    calendars: options.calendars === undefined ? [] : await readJsonList(cli.io, options.calendars),
    policies: options.policies === undefined ? [] : await readJsonList(cli.io, options.policies),
  };
  const app = await cli.app();
  if (options.guess) return printMappings(cli, app, files);
  if (rules.calendars.length + rules.policies.length > 0) await adopt(cli, app, rules);
  const total = { accepted: 0, duplicates: 0, rejected: 0, tickets: 0 };
  const failures: VigieError[] = [];
  for (const file of files) {
    try {
      await importOne(cli, app, { file, source, mapping, options, total });
    } catch (error) {
      if (!(error instanceof VigieError)) throw error;
      if (failures.length > 0) await cli.note(`${file}: ${errorLine(error, cli.language)}`);
      failures.push(error);
    }
  }
  if (options.json) await cli.printJson(total);
  if (failures[0]) throw failures[0];
}

async function checkFile(cli: Cli, file: string): Promise<void> {
  const found = await stat(pathFrom(cli.io, file)).catch((error: unknown) => {
    throw fileError(error, file);
  });
  if (found.isDirectory()) throw new VigieError('file.not-a-file', { file });
  if (found.isFile() && found.size === 0) throw new VigieError('import.empty', { file });
}

async function adopt(cli: Cli, app: App, rules: { calendars: readonly unknown[]; policies: readonly unknown[] }) {
  const { adoptRules } = await import('#app/rules/adopt-rules.ts');
  const { changed, businessCalendar, timeZone } = await adoptRules(app, rules, byOperator);
  if (!changed) return;
  await cli.note(
    cli.text({
      en: `Rules brought into force; business time is counted in “${businessCalendar}”, reports in ${timeZone}.`,
      fr: `Règles mises en vigueur ; temps ouvré selon « ${businessCalendar} », rapports en ${timeZone}.`,
    }),
  );
}

interface Job {
  readonly file: string;
  readonly source: string;
  readonly mapping: unknown;
  readonly options: ImportOptions;
  readonly total: { -readonly [Key in keyof Counts]: number };
}

async function importOne(cli: Cli, app: App, { file, source, mapping, options, total }: Job): Promise<void> {
  const name = basename(file);
  const path = pathFrom(cli.io, file);
  const used = mapping ?? (await confirmGuess(cli, app, file, options));
  const rejectsName = options.rejects ?? `${name}.rejected.csv`;
  const rejects = new RejectsFile(pathFrom(cli.io, rejectsName), rejectsName, cli.language);
  const notices = new Set<string>();
  const progress = await showImport(cli, name);
  const summary = await importFile(app, {
    read: { kind: 'file', path, name: file, source, mapping: used },
    name,
    source,
    onRejected: (rows) => rejects.add(rows),
    onNotice: ({ code, params }) => notices.add(describeError(code, params, cli.language)),
    onProgress: (state) => progress.update(state),
  }).finally(() => progress.end());
  await rejects.close();
  for (const notice of notices) await cli.note(`${file}: ${notice}`);
  for (const key of ['accepted', 'duplicates', 'rejected', 'tickets'] as const) total[key] += summary[key];
  if (summary.accepted + summary.duplicates === 0 && summary.rejected > 0) {
    throw new VigieError('cli.nothing-imported', { file, rejected: summary.rejected, rejects: rejectsName });
  }
  await (options.json ? cli.note : cli.print).call(cli, describeSummary(cli, file, summary));
  if (summary.rejected > 0) {
    await cli.note(
      cli.text({
        en: `Rejected rows, with the reasons: ${rejectsName}`,
        fr: `Lignes rejetées et motifs : ${rejectsName}`,
      }),
    );
  }
}

const words = {
  accepted: { en: ['event accepted', 'events accepted'], fr: ['événement accepté', 'événements acceptés'] },
  known: { en: ['known already', 'known already'], fr: ['déjà connu', 'déjà connus'] },
  rejected: { en: ['row rejected', 'rows rejected'], fr: ['ligne rejetée', 'lignes rejetées'] },
  tickets: { en: ['ticket touched', 'tickets touched'], fr: ['ticket touché', 'tickets touchés'] },
} as const;

function describeSummary(cli: Cli, file: string, { accepted, duplicates, rejected, tickets }: Counts): string {
  const counts = [
    formatCount(accepted, words.accepted, cli.language),
    formatCount(duplicates, words.known, cli.language),
    formatCount(rejected, words.rejected, cli.language),
    formatCount(tickets, words.tickets, cli.language),
  ];
  return `${file}: ${counts.join(', ')}.`;
}

/** The guessed mapping of a table, once somebody has agreed to it; null for events, which need none. */
async function confirmGuess(cli: Cli, app: App, file: string, options: ImportOptions): Promise<unknown> {
  const { guess } = await guessFile(app, pathFrom(cli.io, file), file);
  if (guess === null) return null;
  await printGuess(cli, file, guess);
  checkComplete(guess);
  if (options.yes) return guess.mapping;
  const question = cli.text({ en: 'Import with these columns?', fr: 'Importer avec ces colonnes ?' });
  const asked = cli.io.tty.stdin && cli.io.tty.stderr;
  if (asked && (await confirm(cli, question))) return guess.mapping;
  throw new VigieError('cli.confirmation-needed', { file });
}

function checkComplete({ mapping, missingTargets: [target] }: NonNullable<FilePreview['guess']>): void {
  if (target !== undefined) throw new VigieError('mapping.target-missing', { target, shape: mapping.shape });
}

async function printMappings(cli: Cli, app: App, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const { guess } = await guessFile(app, pathFrom(cli.io, file), file);
    if (guess === null) {
      const text = {
        en: `${file} holds events: it needs no mapping.`,
        fr: `${file} contient des événements : aucune correspondance n’est nécessaire.`,
      };
      await cli.note(cli.text(text));
      continue;
    }
    await printGuess(cli, file, guess);
    await cli.print(JSON.stringify(guess.mapping, null, 2));
  }
}
