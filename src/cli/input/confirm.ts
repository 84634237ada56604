import { createInterface } from 'node:readline';
import type { Cli } from '../cli.ts';
import { write } from '../io.ts';

/** Asks a question that is answered by yes or no; anything but a yes is a no. */
export async function confirm(cli: Cli, question: string): Promise<boolean> {
  await write(cli.io.stderr, `${question} ${cli.text({ en: '[y/N]', fr: '[o/N]' })} `);
  const lines = createInterface({ input: cli.io.stdin, terminal: false });
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  return /^\s*(y|yes|o|oui)\s*$/i.test(answer);
}
