import type { Cli } from '../cli.ts';
import { write } from '../io.ts';
import { readLines } from './lines.ts';

/** Answers every line of the input with a line, as they come; blank lines are no questions. */
export async function answerLines(cli: Cli, answer: (line: string) => string): Promise<void> {
  for await (const lines of readLines(cli.io.stdin)) {
    const answers = lines.filter((line) => line.trim() !== '').map((line) => `${answer(line)}\n`);
    if (answers.length > 0) await write(cli.io.stdout, answers.join(''));
  }
}
