import { createInterface } from 'node:readline';
import type { LocalText } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { write } from '../io.ts';

/**
 * A line of standard input that holds a secret: never an argument, which other users of the machine would see. On a terminal it
 * is asked for.
 */
export async function readSecretLine(cli: Cli, question: LocalText): Promise<string> {
  if (cli.io.tty.stdin) await write(cli.io.stderr, cli.text(question));
  const lines = createInterface({ input: cli.io.stdin, terminal: false });
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  return line.replace(/\r$/, '');
}
