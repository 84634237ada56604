import { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { version } from '../../src/app/version.ts';
import { Cli } from '../../src/cli/cli.ts';
import type { Io } from '../../src/cli/io.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { madeFrom, page } from './markdown.ts';

/** A terminal that keeps what is written to it. */
class Paper extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

function printHelp(command: Command, paper: Paper): string {
  paper.text = '';
  command.outputHelp();
  return paper.text.trim();
}

function withBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withBelow)];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

export function cliPage(): string {
  const paper = new Paper();
  const io: Io = {
    stdin: Readable.from([]),
    stdout: paper,
    stderr: paper,
    tty: { stdin: false, stdout: false, stderr: false },
    columns: 100,
    cwd: '.',
    language: 'en',
    endSignal: () => new AbortController().signal,
  };
  const nowhere = () => Promise.reject(new Error('help opens nothing'));
  const program = buildProgram(new Cli(io, 'en', null, { settings: nowhere, installation: nowhere }), version);
  const sections = withBelow(program).map(
    (command) => `## ${nameOf(command)}\n\n\`\`\`\n${printHelp(command, paper)}\n\`\`\``,
  );
  return page(
    '# Command line',
    madeFrom('src/cli/commands/'),
    'In a checkout, `vigie` is `npm run -s vigie --`. With `--lang fr`, or a French locale, the texts are French.',
    ...sections,
  );
}
