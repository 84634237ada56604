import type { Command } from 'commander';
import type { App } from '#app/app.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { addQueryOptions, type GivenQuery, type QueryOptions, readQueryOptions } from '../input/query-options.ts';
import { needOption } from '../usage-error.ts';

/** `vigie query`: any question to the KPI language. */
export function addQuery(program: Command, cli: Cli): void {
  const command = program.command('query').description(
    cli.text({
      en: 'ask for any KPIs, grouped, over time and filtered; without dates, over all the data',
      fr: 'demander des indicateurs, groupés, dans le temps et filtrés ; sans dates, sur toutes les données',
    }),
  );
  addQueryOptions(command, cli).action((options: QueryOptions) => runQuery(cli, options));
  examples(command, cli, [
    'vigie query --kpis tickets-created,first-reply-time:median --by channel --every month --from 2016-02-01 --to 2017-03-01',
    'vigie query --kpis sla-compliance --by agent --filter priority=urgent,high --top 10 --json',
  ]);
}

async function runQuery(cli: Cli, options: QueryOptions): Promise<void> {
  needOption(options.kpis, '--kpis', 'vigie query --help');
  const given = await readQueryOptions(options);
  const app = await cli.app();
  const [{ answerQuery }, { listNotices }, { printResult }] = await Promise.all([
    import('#app/reports/answer-query.ts'),
    import('../notices.ts'),
    import('../format/print-result.ts'),
  ]);
  const { every, kpis = [], ...rest } = given;
  const period = await periodOf(app, given);
  const query = { ...rest, kpis, ...period, every: every === 'none' ? null : (every ?? null) };
  await printResult(cli, await answerQuery(app, query), await listNotices(app), options.json === true);
}

/** The period asked for; what is left out reaches to the end of the data. */
async function periodOf(app: App, { from, to }: GivenQuery): Promise<{ from: string; to: string }> {
  if (from !== undefined && to !== undefined) return { from, to };
  const { describeStatus } = await import('#app/describe-status.ts');
  const { firstCreatedAt, freshness } = await describeStatus(app);
  const first = Date.parse(firstCreatedAt ?? '') || app.now();
  const last = Math.max(Date.parse(freshness ?? '') || 0, app.now());
  return { from: from ?? new Date(first).toISOString(), to: to ?? new Date(last + 1).toISOString() };
}
