import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { addScheduleOptions, readScheduleOptions, type ScheduleOptions } from '../input/schedule-options.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie schedule`: reports and dashboards that are sent by mail. */
export function addSchedule(program: Command, cli: Cli): void {
  const schedule = program
    .command('schedule')
    .description(
      cli.text({ en: 'reports and dashboards sent by mail', fr: 'rapports et tableaux de bord envoyés par e-mail' }),
    );
  schedule
    .command('list')
    .description(
      cli.text({
        en: 'when each is sent, and how the last went',
        fr: 'quand chacun part, et comment s’est passé le dernier',
      }),
    )
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const create = schedule.command('create').description(
    cli.text({
      en: 'send a report or a dashboard from now on',
      fr: 'envoyer désormais un rapport ou un tableau de bord',
    }),
  );
  addScheduleOptions(create, cli).action((options: ScheduleOptions) => runCreate(cli, options));
  examples(create, cli, [
    'vigie schedule create --report sla-by-agent --period last-30-days --to lea@example.org --attach xlsx',
    'vigie schedule create --dashboard 5f0c6c2e-6d0e-4d0b-9f57-7d0a5f0a8a11 --to lea@example.org --attach pdf',
  ]);
  schedule
    .command('remove <id>')
    .description(cli.text({ en: 'end a schedule, at once', fr: 'mettre fin à un envoi, immédiatement' }))
    .action((id: string) => runRemove(cli, id));
  const run = schedule
    .command('run <id>')
    .description(cli.text({ en: 'send one now, out of turn', fr: 'en envoyer un maintenant, hors calendrier' }))
    .option('--json', cli.text(asJson))
    .action((id: string, options: { json?: boolean }) => runNow(cli, id, options.json === true));
  examples(run, cli, ['vigie schedule list', 'vigie schedule run 5f0c6c2e-6d0e-4d0b-9f57-7d0a5f0a8a11']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listScheduleViews } = await import('#app/schedules/schedules.ts');
  const schedules = await listScheduleViews(app);
  if (json) return cli.printJson(schedules);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Schedule', fr: 'Envoi' }) },
      { title: cli.text({ en: 'What', fr: 'Quoi' }) },
      { title: cli.text({ en: 'Title', fr: 'Titre' }) },
      { title: cli.text({ en: 'Next', fr: 'Prochain' }) },
      { title: cli.text({ en: 'Last', fr: 'Dernier' }) },
    ],
    schedules.map(({ id, subject, title, paused, nextAt, last }) => [
      ...[id, subject.kind === 'report' ? subject.report : subject.dashboard, title],
      paused ? cli.text({ en: 'paused', fr: 'en pause' }) : nextAt,
      last === null ? '–' : `${last.dueAt} ${last.state}`,
    ]),
  );
}

async function runCreate(cli: Cli, options: ScheduleOptions): Promise<void> {
  const app = await cli.app();
  const { createSchedule } = await import('#app/schedules/schedules.ts');
  const { describeWorkspace } = await import('#app/members/workspace-settings.ts');
  const { timeZone } = await describeWorkspace(app);
  const title = await titleOf(cli, options);
  const given = await readScheduleOptions(options, { title, timeZone, language: cli.language });
  const made = await createSchedule(app, given, byOperator);
  if (options.json) return cli.printJson(made);
  await cli.print(made.id);
}

async function titleOf(cli: Cli, { report, dashboard }: ScheduleOptions): Promise<string> {
  if (dashboard !== undefined) {
    const { getDashboard } = await import('#app/dashboards/get-dashboard.ts');
    return (await getDashboard(await cli.app(), { kind: 'operator' }, dashboard)).title;
  }
  const { getReport } = await import('#domain/report/get-report.ts');
  return report === undefined ? '' : cli.text(getReport(report).title);
}

async function runRemove(cli: Cli, id: string): Promise<void> {
  const app = await cli.app();
  const { dropSchedule } = await import('#app/schedules/schedules.ts');
  await dropSchedule(app, id, byOperator);
}

async function runNow(cli: Cli, id: string, json: boolean): Promise<void> {
  const app = await cli.app();
  const accounts = await cli.accounts();
  const { runScheduleNow } = await import('#app/schedules/run-now.ts');
  const run = await runScheduleNow(app, accounts, id, byOperator, cli.language);
  if (json) return cli.printJson(run);
  for (const { address, state, answer } of run.deliveries) {
    await cli.print([address, state, ...(answer === null ? [] : [answer])].join(' · '));
  }
  if (run.error !== null) return cli.note(`${run.error.detail} ${run.error.todo}`);
  if (run.deliveries.length === 0) {
    await cli.note(cli.text({ en: 'Nobody is left to write to.', fr: 'Il n’y a personne à qui écrire.' }));
  }
}
