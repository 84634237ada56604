import type { Command } from 'commander';
import type { StoresReport } from '#app/stores/examine-stores.ts';
import type { LocalText } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { type Examination, examine } from '../examine.ts';
import { examples } from '../examples.ts';
import { formatBytes, formatNumber } from '../format/figures.ts';
import { printTable } from '../format/table.ts';

/** `vigie doctor`: everything an operator looks for when something is odd. */
export function addDoctor(program: Command, cli: Cli): void {
  const command = program
    .command('doctor')
    .description(
      cli.text({
        en: 'check versions, settings, stores and disk',
        fr: 'vérifier versions, réglages, bases et disque',
      }),
    )
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }))
    .action((options: { json?: boolean }) => runDoctor(cli, options.json === true));
  examples(command, cli, ['vigie doctor', 'vigie doctor --json']);
}

async function runDoctor(cli: Cli, json: boolean): Promise<void> {
  const { found, failure } = await examine(cli);
  await (json ? cli.printJson(found) : printFindings(cli, found));
  if (failure) throw failure;
}

const words = {
  version: { en: 'Vigie', fr: 'Vigie' },
  chdb: { en: 'Embedded analytics', fr: 'Moteur analytique embarqué' },
  installed: { en: 'installed', fr: 'installé' },
  missing: {
    en: 'not installed: set CLICKHOUSE_URL, or run “npm ci”',
    fr: 'absent : réglez CLICKHOUSE_URL, ou lancez « npm ci »',
  },
  folder: { en: 'Data folder', fr: 'Dossier de données' },
  free: { en: '{free} free', fr: '{free} libres' },
  empty: { en: 'nothing there yet', fr: 'encore vide' },
  setting: { en: 'Setting', fr: 'Réglage' },
  value: { en: 'Value', fr: 'Valeur' },
  from: { en: 'From', fr: 'Origine' },
  meaning: { en: 'Meaning', fr: 'Sens' },
  environment: { en: 'environment', fr: 'environnement' },
  default: { en: 'default', fr: 'par défaut' },
  records: { en: 'Records', fr: 'Fiches' },
  analytics: { en: 'Figures', fr: 'Chiffres' },
  journal: { en: 'Journal', fr: 'Journal' },
  events: { en: '{n} events, {unfolded} not folded yet', fr: '{n} événements, dont {unfolded} en attente' },
  facts: { en: 'Facts', fr: 'Faits' },
  rules: { en: 'Rules', fr: 'Règles' },
  ruleCounts: {
    en: '{calendars} calendars, {policies} policies',
    fr: '{calendars} calendriers, {policies} règles',
  },
  lastImport: { en: 'Last import', fr: 'Dernier import' },
} satisfies Record<string, LocalText>;

async function printFindings(cli: Cli, found: Examination): Promise<void> {
  const say = (name: keyof typeof words) => cli.text(words[name]);
  const { dataFolder, versions } = found;
  const free = say('free').replace('{free}', formatBytes(dataFolder.freeBytes, cli.language));
  const lines: [string, string][] = [
    [say('version'), `${versions.vigie} · Node ${versions.node} · ${versions.platform}`],
    [say('chdb'), found.embeddedAnalytics ? say('installed') : say('missing')],
    [say('folder'), `${dataFolder.path} (${free}${dataFolder.exists ? '' : `, ${say('empty')}`})`],
    ...(found.stores ? storeLines(cli, found.stores) : []),
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  for (const [label, text] of lines) await cli.print(`${label.padEnd(width)}  ${text}`);
  await cli.print('');
  const columns = (['setting', 'value', 'from', 'meaning'] as const).map((name) => ({ title: say(name) }));
  const rows = found.settings.map(({ name, value, from, meaning }) => [name, value, say(from), meaning]);
  await printTable(cli, columns, rows);
}

function storeLines(cli: Cli, stores: StoresReport): [string, string][] {
  const say = (name: keyof typeof words) => cli.text(words[name]);
  const count = (value: number) => formatNumber(value, cli.language, 0);
  const { journal, facts, rules, lastImport, engines } = stores;
  const events = say('events').replace('{n}', count(journal.events)).replace('{unfolded}', count(journal.unfolded));
  const filled = Object.entries(facts).filter(([, rows]) => rows > 0);
  const ruleCounts = say('ruleCounts')
    .replace('{calendars}', count(rules.calendars))
    .replace('{policies}', count(rules.policies));
  return [
    [say('records'), engines.records],
    [say('analytics'), engines.analytics],
    [say('journal'), events],
    [say('facts'), filled.map(([table, rows]) => `${table} ${count(rows)}`).join(' · ') || '–'],
    [say('rules'), ruleCounts],
    [say('lastImport'), lastImport ? `${lastImport.name} (${lastImport.state}, ${lastImport.startedAt})` : '–'],
  ];
}
