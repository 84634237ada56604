import { byOperator } from '#app/audit/record-audit.ts';
import type { RetentionReport } from '#app/privacy/retention.ts';
import { type LocalText, VigieError } from '#domain/error.ts';
import { type Retention, retentionLimits } from '#domain/privacy/retention.ts';
import type { Cli } from '../cli.ts';
import { alignRows } from '../format/align.ts';
import { formatNumber } from '../format/figures.ts';
import { confirm } from '../input/confirm.ts';

export interface RetentionOptions {
  readonly tickets?: string;
  readonly customers?: string;
  readonly imports?: string;
  readonly audit?: string;
  readonly preview?: boolean;
  readonly apply?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const periods = [
  ['ticketMonths', 'tickets', { en: 'Closed tickets', fr: 'Tickets clos' }, { en: 'months', fr: 'mois' }],
  ['customerMonths', 'customers', { en: 'Customers by name', fr: 'Clients nommés' }, { en: 'months', fr: 'mois' }],
  [
    'importDays',
    'imports',
    { en: 'Imports, rejected events', fr: 'Imports, événements rejetés' },
    { en: 'days', fr: 'jours' },
  ],
  ['auditDays', 'audit', { en: 'Audit log', fr: 'Journal d’audit' }, { en: 'days', fr: 'jours' }],
] as const satisfies readonly (readonly [keyof Retention, keyof RetentionOptions, LocalText, LocalText])[];

const forGood = { en: 'for good', fr: 'sans limite' };

const removed: readonly (readonly [keyof RetentionReport, LocalText])[] = [
  ['tickets', { en: 'tickets deleted', fr: 'tickets supprimés' }],
  ['customers', { en: 'customers turned into pseudonyms', fr: 'clients remplacés par un pseudonyme' }],
  ['rejected', { en: 'rejected events deleted', fr: 'événements rejetés supprimés' }],
  ['imports', { en: 'imports deleted', fr: 'imports supprimés' }],
  ['auditEntries', { en: 'audit entries deleted', fr: 'entrées d’audit supprimées' }],
];

/** `vigie privacy retention`. */
export async function runRetention(cli: Cli, options: RetentionOptions): Promise<void> {
  const changes = readChanges(options);
  const app = await cli.app();
  const { applyRetention, changeRetention, previewRetention, readRetention } = await import(
    '#app/privacy/retention.ts'
  );
  const before = await readRetention(app);
  const changed = Object.keys(changes).length > 0;
  const retention = changed ? await changeRetention(app, { ...before, ...changes }, byOperator) : before;
  if (!options.json) await printPeriods(cli, retention);
  if (!options.preview && !options.apply) return options.json ? cli.printJson(retention) : undefined;
  const preview = await previewRetention(app, app.now());
  if (!options.apply) return printReport(cli, preview, options);
  if (!options.yes && !(await isConfirmed(cli, preview))) throw new VigieError('privacy.not-confirmed');
  const { records } = await cli.installation();
  await printReport(cli, await applyRetention(app, records.everywhere, app.now(), byOperator), options);
}

/** The periods said on the command line; `never` is null. */
function readChanges(options: RetentionOptions): Partial<Record<keyof Retention, number | null>> {
  const changes: Partial<Record<keyof Retention, number | null>> = {};
  for (const [name, option] of periods) {
    const value = options[option];
    if (value === undefined) continue;
    const number = Number(value);
    const most = retentionLimits[name];
    if (value !== 'never' && !(Number.isInteger(number) && number >= 1 && number <= most)) {
      throw new VigieError('cli.bad-value', { name: `--${option}`, value, expected: `1 … ${most}, never` });
    }
    changes[name] = value === 'never' ? null : number;
  }
  return changes;
}

async function printPeriods(cli: Cli, retention: Retention): Promise<void> {
  const rows = periods.map(([name, , label, unit]) => {
    const period = retention[name];
    const text = period === null ? cli.text(forGood) : `${formatNumber(period, cli.language, 0)} ${cli.text(unit)}`;
    return [cli.text(label), text];
  });
  await cli.print([cli.text({ en: 'Kept:', fr: 'Conservés :' }), ...alignRows(rows)].join('\n'));
}

async function printReport(cli: Cli, report: RetentionReport, { json, apply }: RetentionOptions): Promise<void> {
  if (json) return cli.printJson(report);
  const title = apply ? { en: 'Removed:', fr: 'Supprimés :' } : { en: 'Would go now:', fr: 'Partiraient maintenant :' };
  await cli.print([cli.text(title), ...linesOf(cli, report)].join('\n'));
}

function linesOf(cli: Cli, report: RetentionReport): string[] {
  return alignRows(removed.map(([name, label]) => [formatNumber(report[name], cli.language, 0), cli.text(label)]));
}

async function isConfirmed(cli: Cli, preview: RetentionReport): Promise<boolean> {
  if (!cli.io.tty.stdin) return false;
  await cli.note(linesOf(cli, preview).join('\n'));
  return confirm(
    cli,
    cli.text({ en: 'Remove them? This cannot be undone.', fr: 'Les supprimer ? C’est irréversible.' }),
  );
}
