import type { Command } from 'commander';
import type { Cli } from './cli.ts';

/** Shows under the help of a command how it is used. */
export function examples(command: Command, cli: Cli, lines: readonly string[]): void {
  const title = cli.text({ en: 'Examples:', fr: 'Exemples :' });
  command.addHelpText('after', `\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
