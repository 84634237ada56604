import type { Command } from 'commander';
import { byOperator } from '#app/audit/record-audit.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { readJsonList } from '../input/read-file.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie calendar list` and `save`: the calendars that the workspace keeps. */
export function addKeptCalendars(calendar: Command, cli: Cli): void {
  calendar
    .command('list')
    .description(cli.text({ en: 'calendars of the workspace', fr: 'calendriers de l’espace de travail' }))
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  const save = calendar
    .command('save <file>')
    .description(
      cli.text({
        en: 'keep the calendars of a JSON file, and count the figures again by them',
        fr: 'enregistrer les calendriers d’un fichier JSON, et recompter les chiffres selon eux',
      }),
    )
    .option('--json', cli.text(asJson))
    .action((file: string, options: { json?: boolean }) => runSave(cli, file, options.json === true));
  examples(save, cli, ['vigie calendar save paris.json']);
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listCalendarViews } = await import('#app/calendars/calendar-views.ts');
  const { calendars, business } = await listCalendarViews(app);
  if (json) return cli.printJson(calendars);
  const [open, closed] = [cli.text({ en: 'open', fr: 'ouvert' }), cli.text({ en: 'closed', fr: 'fermé' })];
  const businessTime = cli.text({ en: 'business time', fr: 'temps ouvré' });
  await printTable(
    cli,
    [
      { title: 'Id' },
      { title: cli.text({ en: 'Name', fr: 'Nom' }) },
      { title: cli.text({ en: 'Time zone', fr: 'Fuseau horaire' }) },
      { title: cli.text({ en: 'Now', fr: 'Actuellement' }) },
      { title: cli.text({ en: 'Used by', fr: 'Utilisé par' }) },
    ],
    calendars.map(({ id, name, timeZone, now, uses }) => {
      const users = [...(id === business ? [businessTime] : []), ...uses.policies.map((policy) => policy.name)];
      return [id, name, timeZone, now.open ? open : closed, users.join(', ') || '–'];
    }),
  );
}

async function runSave(cli: Cli, file: string, json: boolean): Promise<void> {
  const [{ parseCalendar }, { saveCalendar }, { findCalendarVersion }] = await Promise.all([
    import('#domain/time/parse-calendar.ts'),
    import('#app/calendars/edit-calendars.ts'),
    import('#app/calendars/calendar-views.ts'),
  ]);
  const given = await readJsonList(cli.io, file);
  if (given.length === 0) throw new VigieError('calendar.bad-shape', { path: '$', expected: '[{…}]' }, { path: '$' });
  const parsed = given.map(parseCalendar);
  for (const warning of parsed.flatMap(({ warnings }) => warnings)) await cli.note(cli.text(warning.message));
  const app = await cli.app();
  const saved = [];
  for (const { calendar } of parsed) {
    const version = await findCalendarVersion(app, calendar.id);
    saved.push(await saveCalendar(app, { id: calendar.id, version }, calendar, byOperator));
  }
  await app.folds.settled();
  if (json) return cli.printJson(saved.map(({ id, version }) => ({ id, version })));
  for (const { id, version } of saved) {
    await cli.print(
      cli.text({
        en: `Calendar ${id} is at version ${version}.`,
        fr: `Le calendrier ${id} en est à la version ${version}.`,
      }),
    );
  }
}
