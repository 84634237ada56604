import { CommanderError } from 'commander';
import { version } from '#app/version.ts';
import { VigieError } from '#domain/error.ts';
import { Cli, type Host } from './cli.ts';
import { exitCodes } from './exit-codes.ts';
import { FolderHeld } from './host/folder-held.ts';
import type { Io } from './io.ts';
import { buildProgram, helpOf } from './program.ts';
import { reportError } from './report-error.ts';
import { readUsageError } from './usage-error.ts';

/** Runs one command line and gives its exit code. Throws only `FolderHeld`: it is to be run by the holder. */
export async function runVigie(argv: readonly string[], io: Io, host: Host): Promise<number> {
  const asked = askedOption(argv, '--lang');
  const language = asked === 'en' || asked === 'fr' ? asked : io.language;
  const cli = new Cli(io, language, askedOption(argv, '--workspace'), host);
  const program = buildProgram(cli, version);
  try {
    if (asked !== null && asked !== language) {
      throw new VigieError('cli.bad-value', { name: '--lang', value: asked, expected: 'en, fr' });
    }
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof FolderHeld) throw error;
    if (!(error instanceof CommanderError)) return reportError(io, language, error);
    // A command that only has commands below it: its help was shown instead.
    if (error.code === 'commander.help') return exitCodes.invalid;
    const usage = readUsageError(error, helpOf(program, argv));
    return usage ? reportError(io, language, usage) : 0;
  }
}

/** An option of every command, read before the rest: help is written in the language asked for. */
function askedOption(argv: readonly string[], name: string): string | null {
  for (const [at, word] of argv.entries()) {
    if (word === '--') return null;
    if (word === name) return argv[at + 1] ?? '';
    if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
  }
  return null;
}
