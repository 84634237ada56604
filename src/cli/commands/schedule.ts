import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie schedule`: reports that are sent by mail. */
export function addSchedule(program: Command, cli: Cli): void {
  const schedule = program
    .command('schedule')
    .description(cli.text({ en: 'reports that are sent by mail', fr: 'rapports envoyés par e-mail' }));
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
      { title: cli.text({ en: 'Report', fr: 'Rapport' }) },
      { title: cli.text({ en: 'Title', fr: 'Titre' }) },
      { title: cli.text({ en: 'Next', fr: 'Prochain' }) },
      { title: cli.text({ en: 'Last', fr: 'Dernier' }) },
    ],
    schedules.map(({ id, subject, title, paused, nextAt, last }) => [
      ...[id, subject.report, title],
      paused ? cli.text({ en: 'paused', fr: 'en pause' }) : nextAt,
      last === null ? '–' : `${last.dueAt} ${last.state}`,
    ]),
  );
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
