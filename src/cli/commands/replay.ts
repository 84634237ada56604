import type { Command } from 'commander';
import { describeError, VigieError } from '#domain/error.ts';
import type { EventProblem } from '#domain/ticket/parse-event.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { answerLines } from '../input/answer-lines.ts';
import { readLines } from '../input/lines.ts';
import { alwaysJson } from '../input/query-options.ts';
import { openFile, readJsonList } from '../input/read-file.ts';
import { readInstantOption } from '../input/read-instant.ts';
import { write } from '../io.ts';
import { needOption } from '../usage-error.ts';

interface Options {
  readonly calendars?: string;
  readonly policies?: string;
  readonly events?: string;
  readonly now?: string;
  readonly ticket?: string;
}

const help = 'vigie replay --help';

/** `vigie replay`: policies run over events without touching a store. */
export function addReplay(program: Command, cli: Cli): void {
  const replay = program
    .command('replay')
    .description(
      cli.text({
        en: 'run policies over a file of events and print every clock as NDJSON; no store is touched',
        fr: 'dérouler des règles sur un fichier d’événements et écrire chaque délai en NDJSON, sans toucher aux bases',
      }),
    )
    .option('--calendars <file>', cli.text({ en: 'JSON array of calendars', fr: 'tableau JSON de calendriers' }))
    .option('--policies <file>', cli.text({ en: 'JSON array of policies', fr: 'tableau JSON de règles' }))
    .option('--events <file>', cli.text({ en: 'events, one JSON a line', fr: 'événements, un JSON par ligne' }))
    .option(
      '--now <instant>',
      cli.text({ en: 'when the clocks are read (ISO 8601)', fr: 'instant de lecture (ISO 8601)' }),
    )
    .option('--ticket <key>', cli.text({ en: 'only this ticket', fr: 'seulement ce ticket' }))
    .option('--json', alwaysJson(cli))
    .addHelpText(
      'after',
      `\n${cli.text({ en: 'Each file may be gzipped.', fr: 'Les fichiers peuvent être compressés (gzip).' })}`,
    )
    .action((options: Options) => runReplay(cli, options));
  examples(replay, cli, [
    'vigie replay --calendars c.json --policies p.json --events e.ndjson.gz --now 2026-11-03T12:00:00Z',
    'vigie replay batch < cases.ndjson > clocks.ndjson',
  ]);
  replay
    .command('batch')
    .description(
      cli.text({
        en: 'answer cases from the input, {"id","calendars","policies","events","now"} a line',
        fr: 'répondre aux cas lus en entrée, {"id","calendars","policies","events","now"} par ligne',
      }),
    )
    .option('--json', alwaysJson(cli))
    .action(() => runBatch(cli));
}

async function runBatch(cli: Cli): Promise<void> {
  const { replayBatchLine } = await import('#domain/sla/replay-batch.ts');
  await answerLines(cli, replayBatchLine);
}

async function runReplay(cli: Cli, options: Options): Promise<void> {
  const files = {
    policies: needOption(options.policies, '--policies', help),
    events: needOption(options.events, '--events', help),
  };
  const now = await readInstantOption(needOption(options.now, '--now', help), '--now');
  const [{ replay }, { clockToJson }] = await Promise.all([
    import('#domain/sla/replay.ts'),
    import('#domain/sla/clock-json.ts'),
  ]);
  const calendars = options.calendars ? await readJsonList(cli.io, options.calendars) : [];
  const policies = await readJsonList(cli.io, files.policies);
  const { events, lines, broken } = await readEventFile(cli, files.events);
  const { clocks, rejected } = replay({ calendars, policies, events, now, ticket: options.ticket ?? null });
  for (const { index, problems } of rejected) await tellRejected(cli, files.events, lines[index] ?? 0, problems);
  if (rejected.length === events.length) {
    throw new VigieError('cli.nothing-replayed', { file: files.events, rejected: rejected.length + broken });
  }
  const piece = 1_000;
  for (let start = 0; start < clocks.length; start += piece) {
    const texts = clocks.slice(start, start + piece).map((clock) => `${JSON.stringify(clockToJson(clock))}\n`);
    await write(cli.io.stdout, texts.join(''));
  }
}

/** The events of a file with their line numbers. Lines that are not JSON are told at once and counted. */
async function readEventFile(cli: Cli, file: string) {
  const events: unknown[] = [];
  const lines: number[] = [];
  let broken = 0;
  let line = 0;
  for await (const batch of readLines(await openFile(cli.io, file))) {
    for (const text of batch) {
      line += 1;
      if (text.trim() === '') continue;
      try {
        events.push(JSON.parse(text));
        lines.push(line);
      } catch (error) {
        broken += 1;
        await cli.note(`${file}:${line}: ${badJson(cli, error)}`);
      }
    }
  }
  return { events, lines, broken };
}

function badJson(cli: Cli, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/.exec(reason)?.[1];
  const params = { reason, at: at === undefined ? '–' : Number(at) + 1 };
  return `${describeError('import.bad-json', params, cli.language)} [import.bad-json]`;
}

async function tellRejected(cli: Cli, file: string, line: number, problems: readonly EventProblem[]): Promise<void> {
  for (const { path, message, code } of problems) {
    const where = message.includes(path) ? '' : `${path}: `;
    await cli.note(`${file}:${line}: ${where}${message} [${code}]`);
  }
}
