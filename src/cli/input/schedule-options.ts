import type { Command } from 'commander';
import type { z } from 'zod';
import type { newSchedule } from '#contract/schemas/schedule.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { oneOf, readCount } from './query-options.ts';

export interface ScheduleOptions {
  readonly report?: string;
  readonly dashboard?: string;
  readonly with: readonly string[];
  readonly to: readonly string[];
  readonly title?: string;
  readonly period?: string;
  readonly every: string;
  readonly weekday?: string;
  readonly day?: string;
  readonly time: string;
  readonly zone?: string;
  readonly language?: string;
  readonly attach?: string;
  readonly onlyWithData?: boolean;
  readonly json?: boolean;
}

const many = (value: string, before: readonly string[]) => [...before, value];

export function addScheduleOptions(command: Command, cli: Cli): Command {
  return command
    .option('--report <id>', cli.text({ en: 'a report of the catalogue', fr: 'un rapport du catalogue' }))
    .option('--dashboard <id>', cli.text({ en: 'or a dashboard', fr: 'ou un tableau de bord' }))
    .option(
      '--with <name=value>',
      cli.text({ en: 'a parameter of its address; repeatable', fr: 'un paramètre de son adresse ; répétable' }),
      many,
      [],
    )
    .option('--to <address>', cli.text({ en: 'who gets it; repeatable', fr: 'qui le reçoit ; répétable' }), many, [])
    .option('--title <title>', cli.text({ en: 'default: its own', fr: 'par défaut : le sien' }))
    .option(
      '--period <period>',
      cli.text({
        en: 'such as last-30-days; for a dashboard also own (default)',
        fr: 'comme last-30-days ; pour un tableau de bord aussi own (par défaut)',
      }),
    )
    .option('--every <rhythm>', cli.text({ en: 'day, week or month', fr: 'day, week ou month' }), 'week')
    .option('--weekday <number>', cli.text({ en: 'every week: Monday is 1', fr: 'chaque semaine : lundi est 1' }))
    .option('--day <number>', cli.text({ en: 'every month: 1–31', fr: 'chaque mois : 1–31' }))
    .option('--time <time>', cli.text({ en: 'local time', fr: 'heure locale' }), '08:00')
    .option('--zone <zone>', cli.text({ en: 'default: of the workspace', fr: 'par défaut : de l’espace de travail' }))
    .option('--language <language>', cli.text({ en: 'en or fr', fr: 'en ou fr' }))
    .option('--attach <format>', cli.text({ en: 'xlsx or pdf', fr: 'xlsx ou pdf' }))
    .option(
      '--only-with-data',
      cli.text({ en: 'send nothing while there is nothing to say', fr: 'ne rien envoyer s’il n’y a rien à dire' }),
    )
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }));
}

type Given = z.infer<typeof newSchedule>;

/** What the options ask for, the title and the zone aside where they are not said. */
export async function readScheduleOptions(
  options: ScheduleOptions,
  own: Pick<Given, 'title' | 'timeZone' | 'language'>,
): Promise<Given> {
  const [{ newSchedule }, { reportOverrides }] = await Promise.all([
    import('#contract/schemas/schedule.ts'),
    import('#contract/schemas/query.ts'),
  ]);
  const every = oneOf('--every', options.every, ['day', 'week', 'month'] as const);
  const weekday = options.weekday ?? (every === 'week' ? '1' : undefined);
  const day = options.day ?? (every === 'month' ? '1' : undefined);
  const given = {
    title: options.title ?? own.title,
    subject: subjectOf(options),
    period: options.period ?? (options.dashboard === undefined ? 'last-7-days' : 'own'),
    every,
    weekday: weekday === undefined ? null : readCount('--weekday', weekday),
    day: day === undefined ? null : readCount('--day', day),
    time: options.time,
    timeZone: options.zone ?? own.timeZone,
    language: options.language ?? own.language,
    attachment: options.attach ?? null,
    onlyWithData: options.onlyWithData === true,
    addresses: options.to,
  };
  const parsed = newSchedule.safeParse(given);
  if (parsed.success) {
    const { subject } = parsed.data;
    // A question that could not be asked is refused now, not when its mail is due.
    const asked = subject.kind === 'report' ? reportOverrides.safeParse(subject.query) : null;
    const [wrong] = asked?.error?.issues ?? [];
    if (wrong === undefined) return parsed.data;
    const name = `--with ${String(wrong.path[0] ?? '')}`;
    throw new VigieError('cli.bad-value', {
      name,
      value: options.with.join(' ').slice(0, 200),
      expected: wrong.message,
    });
  }
  const [issue] = parsed.error.issues;
  const name = nameOf(String(issue?.path[0] ?? ''));
  const value = String(given[issue?.path[0] as keyof typeof given] ?? '').slice(0, 200);
  throw new VigieError('cli.bad-value', { name, value, expected: issue?.message ?? '' });
}

const optionOf: Readonly<Record<string, string>> = {
  timeZone: '--zone',
  attachment: '--attach',
  addresses: '--to',
  subject: '--with',
};

const nameOf = (field: string) => optionOf[field] ?? `--${field}`;

function subjectOf({ report, dashboard, with: pairs }: ScheduleOptions) {
  if ((report === undefined) === (dashboard === undefined)) {
    const value = [report, dashboard].filter((each) => each !== undefined).join(', ');
    throw new VigieError('cli.bad-value', { name: '--report, --dashboard', value, expected: '1' });
  }
  const query = Object.fromEntries(pairs.map(readPair));
  const own = pairs.length === 0 ? null : query;
  return report === undefined ? { kind: 'dashboard', dashboard, query: own } : { kind: 'report', report, query };
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new VigieError('cli.bad-value', { name: '--with', value: pair, expected: 'name=value' });
  return [pair.slice(0, at), pair.slice(at + 1)];
}
