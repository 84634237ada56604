import type { Command } from 'commander';
import { type CustomerGroup, customerFigures, customerGroups, fewRows } from '#domain/report/customer-figures.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatCell } from '../format/figures.ts';
import { titleOfColumn } from '../format/print-result.ts';
import { printTable } from '../format/table.ts';
import { oneOf, type QueryOptions, readCount, readQueryOptions } from '../input/query-options.ts';

interface PeriodOptions extends Pick<QueryOptions, 'from' | 'to' | 'time' | 'zone' | 'json'> {
  readonly by?: string;
}

interface ListOptions extends PeriodOptions, Pick<QueryOptions, 'filter'> {
  readonly search?: string;
  readonly sort?: string;
  readonly least?: string;
  readonly limit?: string;
  readonly after?: string;
}

const sorts = customerFigures.flatMap((ref) => [ref, `-${ref}`] as const);

/** `vigie customer`: whom the workspace serves, and the history of one. */
export function addCustomer(program: Command, cli: Cli): void {
  const customer = program
    .command('customer')
    .description(
      cli.text({ en: 'customers, companies and their history', fr: 'clients, sociétés et leur historique' }),
    );
  const list = customer.command('list').description(
    cli.text({
      en: 'customers by one of their figures; without dates, of the last twelve months',
      fr: 'les clients selon un de leurs chiffres ; sans dates, des douze derniers mois',
    }),
  );
  addPeriodOptions(list, cli);
  addListOptions(list, cli).action((options: ListOptions) => runList(cli, options));
  examples(list, cli, [
    'vigie customer list --sort=-customer-wait-time:median --least 5',
    'vigie customer list --by company --filter tier=gold --json',
  ]);
  const show = customer
    .command('show <id>')
    .description(
      cli.text({ en: 'the history of one customer or company', fr: 'l’historique d’un client ou d’une société' }),
    );
  addPeriodOptions(show, cli).action((id: string, options: PeriodOptions) => runShow(cli, id, options));
  examples(show, cli, [
    'vigie customer show c-1042 --from 2026-01-01 --to 2026-04-01',
    'vigie customer show Acme --by company --json',
  ]);
}

function addPeriodOptions(command: Command, cli: Cli): Command {
  const add = (flags: string, en: string, fr: string) => command.option(flags, cli.text({ en, fr }));
  add(
    '--by <group>',
    `by customer or by company: ${customerGroups.join(', ')}`,
    `par client ou par société : ${customerGroups.join(', ')}`,
  );
  add('--from <date>', 'first day, or instant', 'premier jour, ou instant');
  add('--to <date>', 'day after the last, or instant', 'lendemain du dernier jour, ou instant');
  add(
    '--time <kind>',
    'durations in business or calendar time',
    'durées en temps ouvré (business) ou calendaire (calendar)',
  );
  add('--zone <name>', 'time zone, such as Europe/Paris', 'fuseau horaire, par exemple Europe/Paris');
  return command.option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }));
}

function addListOptions(command: Command, cli: Cli): Command {
  const add = (flags: string, en: string, fr: string) => command.option(flags, cli.text({ en, fr }));
  add('--search <text>', 'part of an id or a name', 'partie d’un identifiant ou d’un nom');
  add(
    '--sort <figure>',
    `figure that orders them, - before it from large to small: ${customerFigures.join(', ')}`,
    `chiffre qui les ordonne, précédé de - du plus grand au plus petit : ${customerFigures.join(', ')}`,
  );
  add(
    '--least <n>',
    'only those with so many rows behind that figure',
    'seulement ceux dont ce chiffre repose sur au moins n lignes',
  );
  add('--limit <n>', 'how many (default 20)', 'combien (20 par défaut)');
  add('--after <place>', 'the page after this “next”', 'la page qui suit ce « next »');
  return command.option(
    '--filter <condition>',
    cli.text({ en: 'tier=gold, channel!=email…; may be repeated', fr: 'tier=gold, channel!=email… ; répétable' }),
    (value: string, earlier: string[] = []) => [...earlier, value],
  );
}

async function readPeriodOptions({ from, to, time, zone, by }: PeriodOptions) {
  const given = await readQueryOptions({
    ...(from && { from }),
    ...(to && { to }),
    ...(time && { time }),
    ...(zone && { zone }),
  });
  const group: CustomerGroup = oneOf('--by', by ?? 'customer', customerGroups);
  return { from: given.from, to: given.to, time: given.time, timeZone: given.timeZone, by: group };
}

async function runList(cli: Cli, options: ListOptions): Promise<void> {
  const { search, after } = options;
  const period = await readPeriodOptions(options);
  const { filter } = await readQueryOptions(options.filter === undefined ? {} : { filter: options.filter });
  const sort = oneOf('--sort', options.sort ?? '-tickets-created', sorts);
  const least = readCount('--least', options.least ?? '1');
  const limit = Math.min(500, readCount('--limit', options.limit ?? '20'));
  const app = await cli.app();
  const { listCustomers } = await import('#app/customers/list-customers.ts');
  const page = await listCustomers(app, { ...period, filter, search, sort, least, limit, after });
  if (options.json === true) return cli.printJson(page);
  const { columns, items, asked } = page;
  await printTable(
    cli,
    [
      {
        title: cli.text(period.by === 'customer' ? { en: 'Customer', fr: 'Client' } : { en: 'Company', fr: 'Société' }),
      },
      { title: cli.text({ en: 'Name', fr: 'Nom' }) },
      ...columns.map(({ id }) => ({ title: titleOfColumn(cli, id), align: 'right' }) as const),
    ],
    items.map(({ id, name, figures }) => [
      ...[id, name ?? '–'],
      ...columns.map((column) => {
        const { value = null, n = 0 } = figures[column.id] ?? {};
        const few = value !== null && column.unit !== 'count' && n < fewRows ? ` (n ${n})` : '';
        return formatCell(value, column.unit, cli.language) + few;
      }),
    ]),
  );
  await cli.note(`\n${asked.from} → ${asked.to} · ${asked.timeZone} · ${items.length} / ${page.total}`);
  if (page.next !== null) await cli.note(`--after ${page.next}`);
}

async function runShow(cli: Cli, id: string, options: PeriodOptions): Promise<void> {
  const period = await readPeriodOptions(options);
  const app = await cli.app();
  const { getCustomer } = await import('#app/customers/get-customer.ts');
  const history = await getCustomer(app, id, period, true);
  if (options.json === true) return cli.printJson(history);
  const { customer, figures, asked } = history;
  const known = [customer.name, customer.company, customer.tier, customer.region].filter((text) => text !== null);
  await cli.print([customer.id, ...new Set(known)].join(' · '));
  await cli.print(
    cli.text({
      en: `Tickets: ${customer.tickets} · open now: ${customer.openTickets ?? '–'} · last contact: ${customer.lastContactAt ?? '–'}\n`,
      fr: `Tickets : ${customer.tickets} · ouverts : ${customer.openTickets ?? '–'} · dernier contact : ${customer.lastContactAt ?? '–'}\n`,
    }),
  );
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Figure', fr: 'Chiffre' }) },
      { title: cli.text({ en: 'Value', fr: 'Valeur' }), align: 'right' },
      { title: 'n', align: 'right' },
      { title: cli.text({ en: 'Before', fr: 'Avant' }), align: 'right' },
      { title: cli.text({ en: 'All customers', fr: 'Tous les clients' }), align: 'right' },
    ],
    figures.map((figure) => {
      const cell = (value: number | null) => formatCell(value, figure.unit, cli.language);
      return [
        titleOfColumn(cli, figure.id),
        cell(figure.value),
        String(figure.n),
        cell(figure.before),
        cell(figure.all),
      ];
    }),
  );
  await cli.note(`\n${asked.from} → ${asked.to} · ${asked.timeZone}`);
}
