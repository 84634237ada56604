import type { Command } from 'commander';
import { VigieError } from '#domain/error.ts';
import { addKeptCalendars } from '../calendars/kept-calendars.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatSpan } from '../format/figures.ts';
import { answerLines } from '../input/answer-lines.ts';
import { alwaysJson } from '../input/query-options.ts';
import { readJsonList } from '../input/read-file.ts';
import { readInstantOption } from '../input/read-instant.ts';
import { needOption } from '../usage-error.ts';

interface Options {
  readonly calendar?: string;
  readonly json?: boolean;
}

/** `vigie calendar`: questions to a calendar, for people and in batches, and the calendars that are kept. */
export function addCalendar(program: Command, cli: Cli): void {
  const calendar = program.command('calendar').description(
    cli.text({
      en: 'keep calendars, count open time, or add it to an instant',
      fr: 'enregistrer des calendriers, compter le temps ouvré, ou l’ajouter à un instant',
    }),
  );
  const file = cli.text({
    en: 'JSON file of the calendar (or of its dated versions), or “always”',
    fr: 'fichier JSON du calendrier (ou de ses versions datées), ou « always »',
  });
  const json = cli.text({ en: 'answer as {"result":…}', fr: 'répondre sous la forme {"result":…}' });
  const between = calendar
    .command('between <from> <to>')
    .description(
      cli.text({ en: 'open seconds from one instant to another', fr: 'secondes ouvrées entre deux instants' }),
    )
    .option('--calendar <file>', file)
    .option('--json', json)
    .action((from: string, to: string, options: Options) => runBetween(cli, from, to, options));
  examples(between, cli, ['vigie calendar between --calendar paris.json 2026-11-09T08:00:00Z 2026-11-16T08:00:00Z']);
  const add = calendar
    .command('add <from> <seconds>')
    .description(
      cli.text({
        en: 'the instant at which so much open time has passed',
        fr: 'l’instant où ce temps ouvré est écoulé',
      }),
    )
    .option('--calendar <file>', file)
    .option('--json', json)
    .action((from: string, seconds: string, options: Options) => runAdd(cli, from, seconds, options));
  examples(add, cli, ['vigie calendar add --calendar paris.json 2026-11-09T08:00:00Z 14400']);
  const batch = calendar
    .command('batch')
    .description(
      cli.text({
        en: 'answer questions from the input, one JSON a line',
        fr: 'répondre aux questions lues en entrée, un JSON par ligne',
      }),
    )
    .option('--json', alwaysJson(cli))
    .action(() => runBatch(cli));
  examples(batch, cli, ['vigie calendar batch < questions.ndjson > answers.ndjson']);
  addKeptCalendars(calendar, cli);
}

async function runBetween(cli: Cli, from: string, to: string, options: Options): Promise<void> {
  const calendar = await openCalendar(cli, needOption(options.calendar, '--calendar', 'vigie calendar --help'));
  const start = await readInstantOption(from, 'FROM');
  const seconds = calendar.between(start, await readInstantOption(to, 'TO'));
  if (options.json) return cli.printJson({ result: seconds });
  const words = cli.io.tty.stdout ? `  (${formatSpan(seconds, cli.language)})` : '';
  await cli.print(`${seconds}${words}`);
}

async function runAdd(cli: Cli, from: string, amount: string, options: Options): Promise<void> {
  const calendar = await openCalendar(cli, needOption(options.calendar, '--calendar', 'vigie calendar --help'));
  const seconds = Number(amount);
  if (amount.trim() === '' || !Number.isFinite(seconds)) {
    throw new VigieError('cli.bad-value', { name: 'SECONDS', value: amount, expected: '3600' });
  }
  const { formatInstant } = await import('#domain/time/instant.ts');
  const result = formatInstant(calendar.add(await readInstantOption(from, 'FROM'), seconds));
  await (options.json ? cli.printJson({ result }) : cli.print(result));
}

async function runBatch(cli: Cli): Promise<void> {
  const { answerCalendarLine } = await import('#domain/time/batch.ts');
  await answerLines(cli, answerCalendarLine);
}

/** The calendar of a file, or its dated versions. What is odd about it is told beside the answer. */
async function openCalendar(cli: Cli, file: string) {
  const { always, compileCalendarVersions } = await import('#domain/time/compile-calendar.ts');
  if (file === 'always') return always;
  const [{ parseCalendar }, { parseInstant }] = await Promise.all([
    import('#domain/time/parse-calendar.ts'),
    import('#domain/time/instant.ts'),
  ]);
  const parsed = (await readJsonList(cli.io, file)).map(parseCalendar);
  for (const warning of parsed.flatMap(({ warnings }) => warnings)) await cli.note(cli.text(warning.message));
  const ids = [...new Set(parsed.map(({ calendar }) => calendar.id))];
  if (ids.length > 1) {
    throw new VigieError('cli.bad-value', { name: '--calendar', value: ids.join(', '), expected: ids[0] as string });
  }
  const versions = parsed.map(({ calendar }) => ({
    effectiveFrom: parseInstant(calendar.effectiveFrom ?? '') ?? Number.NEGATIVE_INFINITY,
    calendar,
  }));
  return compileCalendarVersions(versions.sort((a, b) => a.effectiveFrom - b.effectiveFrom));
}
