import type { CommanderError } from 'commander';
import { VigieError } from '#domain/error.ts';

/** A wrong command line, with the nearest right word where there is one. */
export class UsageError extends VigieError {
  readonly similar: string | null;

  constructor(error: VigieError, similar: string | null) {
    super(error.code, error.params);
    this.similar = similar;
  }
}

/** Says in our catalogue's words what commander found wrong; null when it only printed help or the version. */
export function readUsageError(error: CommanderError, help: string): UsageError | null {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const similar = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1] ?? null;
  const found = codeOf(error, name, help);
  return found && new UsageError(found, similar);
}

function codeOf(error: CommanderError, name: string, help: string): VigieError | null {
  switch (error.code) {
    case 'commander.unknownCommand':
      return new VigieError('cli.unknown-command', { name });
    case 'commander.unknownOption':
      return new VigieError('cli.unknown-option', { name, help });
    case 'commander.excessArguments':
      return new VigieError('cli.excess-argument', { help });
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    default:
      return new VigieError('cli.missing-argument', { name: name || error.message, help });
  }
}

/** An option without which a command cannot work. Checked by us, so that a mistyped option is told first. */
export function needOption(value: string | undefined, name: string, help: string): string {
  if (value === undefined) throw new VigieError('cli.missing-argument', { name, help });
  return value;
}
