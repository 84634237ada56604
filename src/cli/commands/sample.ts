import type { Command } from 'commander';
import type { App } from '#app/app.ts';
import type { LocalText } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatNumber, formatShare, noData } from '../format/figures.ts';
import { oneOf, readCount } from '../input/query-options.ts';

interface Options {
  readonly tickets?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

const names = ['incidents', 'marketplace'] as const;

/** `vigie sample`: data to try everything with. */
export function addSample(program: Command, cli: Cli): void {
  const command = program
    .command('sample <name>')
    .description(
      cli.text({
        en: 'load a sample with its calendar and policies: incidents (24,918 real ones) or marketplace (a generated year)',
        fr: 'charger un exemple avec son calendrier et ses règles : incidents (24 918 réels) ou marketplace (une année générée)',
      }),
    )
    .option('--tickets <n>', cli.text({ en: 'marketplace: how many tickets', fr: 'marketplace : nombre de tickets' }))
    .option(
      '--seed <n>',
      cli.text({ en: 'marketplace: the same seed gives the same year', fr: 'marketplace : même graine, même année' }),
    )
    .option(
      '--json',
      cli.text({
        en: 'end with {"accepted","duplicates","rejected","tickets"}',
        fr: 'finir par {"accepted","duplicates","rejected","tickets"}',
      }),
    )
    .action((name: string, options: Options) => runSample(cli, name, options));
  examples(command, cli, ['vigie sample incidents', 'vigie sample marketplace --tickets 100000 --seed 7']);
}

async function runSample(cli: Cli, name: string, options: Options): Promise<void> {
  const id = oneOf('NAME', name, names);
  const size = {
    ...(options.tickets !== undefined && { tickets: readCount('--tickets', options.tickets) }),
    ...(options.seed !== undefined && { seed: readSeed(options.seed) }),
  };
  const app = await cli.app();
  const [{ loadSample }, { samples }, { showImport }] = await Promise.all([
    import('#app/load-sample.ts'),
    import('#app/samples.ts'),
    import('../format/import-progress.ts'),
  ]);
  const { title, attribution } = samples[id];
  const progress = await showImport(cli, cli.text(title));
  const summary = await loadSample(app, id, { ...size, onProgress: (state) => progress.update(state) }).finally(() =>
    progress.end(),
  );
  const { accepted, duplicates, rejected, tickets } = summary;
  if (options.json) {
    await cli.note(cli.text(attribution));
    return cli.printJson({ accepted, duplicates, rejected, tickets });
  }
  const count = (value: number) => formatNumber(value, cli.language, 0);
  await cli.print(
    cli.text({
      en: `${title.en}: ${count(accepted)} events accepted, ${count(duplicates)} known already; ${count(tickets)} tickets.`,
      fr: `${title.fr} : ${count(accepted)} événements acceptés, ${count(duplicates)} déjà connus ; ${count(tickets)} tickets.`,
    }),
  );
  await cli.print(cli.text(attribution));
  if (id === 'incidents') await printVerdicts(cli, app);
  await cli.print(`\n${cli.text(tryNext)}\n${ideas[id].map((line) => `  ${line}`).join('\n')}`);
}

function readSeed(value: string): number {
  return value === '0' ? 0 : readCount('--seed', value);
}

const tryNext: LocalText = { en: 'Try:', fr: 'Essayez :' };
const ideas: Readonly<Record<(typeof names)[number], readonly string[]>> = {
  incidents: [
    'vigie start',
    'vigie report sla-by-agent --from 2016-03-01 --to 2017-03-01 --top 10',
    'vigie query --kpis tickets-created,sla-compliance --by priority --from 2016-02-01 --to 2017-03-01',
    'vigie explain INC0000045',
  ],
  marketplace: [
    'vigie start',
    'vigie report sla-by-marketplace',
    'vigie query --kpis first-reply-time:median,csat --by agent --every month',
  ],
};

/** The verdict of the source itself beside ours. */
async function printVerdicts(cli: Cli, app: App): Promise<void> {
  const { answerQuery } = await import('#app/reports/answer-query.ts');
  const period = { from: '2016-01-01', to: '2018-01-01' };
  const [theirs, ours] = await Promise.all([
    answerQuery(app, { kpis: ['tickets-created'], by: ['fields.sourceSlaMet'], ...period }),
    answerQuery(app, {
      kpis: ['sla-compliance'],
      filter: { field: 'metric', op: 'is', value: 'resolution' },
      ...period,
    }),
  ]);
  const countOf = (verdict: string) => Number(theirs.rows.find(([value]) => value === verdict)?.[1] ?? 0);
  const [met, missed] = [countOf('true'), countOf('false')];
  const share = (value: unknown) => (typeof value === 'number' ? formatShare(value, cli.language) : noData);
  const source = share(met + missed > 0 ? met / (met + missed) : null);
  const own = share(ours.total.at(-1));
  await cli.print(
    cli.text({
      en: `\nKept, by the source’s own verdict (made_sla): ${source} of incidents.\nKept, by our clocks and the targets shipped with the sample: ${own} of resolutions.`,
      fr: `\nTenus selon la source elle-même (made_sla) : ${source} des incidents.\nTenus selon nos délais et les objectifs livrés avec l’exemple : ${own} des résolutions.`,
    }),
  );
}
