import { Command } from 'commander';
import type { LocalText } from '#domain/error.ts';
import type { Cli } from './cli.ts';
import { commands } from './commands/index.ts';
import { exitCodesHelp } from './exit-codes.ts';
import { write } from './io.ts';

const about: LocalText = {
  en: 'Tells a support organisation, minute by minute and with proof, whether it keeps its word.',
  fr: 'Dit à un service d’assistance, minute par minute et preuves à l’appui, s’il tient parole.',
};
const helpOption: LocalText = { en: 'show this help', fr: 'afficher cette aide' };
const versionOption: LocalText = { en: 'show the version', fr: 'afficher la version' };
const langOption: LocalText = {
  en: 'language of the texts: en or fr (default: from LANG)',
  fr: 'langue des textes : en ou fr (par défaut : celle de LANG)',
};
const workspaceOption: LocalText = {
  en: 'workspace to work in (default: default)',
  fr: 'espace de travail concerné (par défaut : default)',
};
const more: LocalText = {
  en: '“vigie COMMAND --help” tells the options of a command, with examples.',
  fr: '« vigie COMMANDE --help » décrit les options d’une commande, avec des exemples.',
};

/** Titles that commander prints in English. */
const frenchTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Global Options:': 'Options générales :',
};

/** The whole command line, in the language of its reader. */
export function buildProgram(cli: Cli, version: string): Command {
  const program = new Command('vigie');
  const french = cli.language === 'fr';
  const { io } = cli;
  program
    .description(cli.text(about))
    .version(version, '-V, --version', cli.text(versionOption))
    .option('--lang <en|fr>', cli.text(langOption))
    .helpOption('-h, --help', cli.text(helpOption))
    .helpCommand(false)
    .addHelpText('after', `\n${cli.text(more)}\n\n${cli.text(exitCodesHelp)}\n`)
    .configureHelp({
      showGlobalOptions: false,
      helpWidth: Math.max(60, Math.min(io.columns, 110)),
      styleTitle: (title) => (french ? (frenchTitles[title] ?? title) : title),
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({
      writeOut: (text) => void write(io.stdout, text),
      writeErr: (text) => void write(io.stderr, text),
      // Told by the one mapper, in the reader's language.
      outputError: () => undefined,
    })
    .exitOverride();
  for (const add of commands) add(program, cli);
  for (const command of program.commands) settle(command, cli);
  return program;
}

/** Gives a command and those below it what every command has. */
function settle(command: Command, cli: Cli): void {
  command.helpOption('-h, --help', cli.text(helpOption)).helpCommand(false).exitOverride();
  if (!command.options.some((option) => option.long === '--lang')) {
    command.option('--lang <en|fr>', cli.text(langOption));
  }
  if (!command.options.some((option) => option.long === '--workspace')) {
    command.option('--workspace <id>', cli.text(workspaceOption));
  }
  for (const below of command.commands) settle(below, cli);
}

/** Usage of a command as its reader types it, for “see …”. */
export function helpOf(program: Command, argv: readonly string[]): string {
  const names = [program.name()];
  let at: Command | undefined = program;
  for (const word of argv) {
    at = at?.commands.find((command) => command.name() === word);
    if (!at) break;
    names.push(word);
  }
  return `${names.join(' ')} --help`;
}
