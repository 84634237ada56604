import { tmpdir } from 'node:os';
import { Readable, Writable } from 'node:stream';
import { LocalHost, runHere } from '../../src/cli/host/local-host.ts';
import type { Io } from '../../src/cli/io.ts';

class Text extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

interface Given {
  readonly stdin?: string | readonly string[];
  readonly cwd?: string;
  readonly language?: 'en' | 'fr';
  /** As on a terminal of so many columns; else as in a pipe. */
  readonly columns?: number;
}

/** Runs a command line in this process, for commands that need no stores. */
export async function runCli(argv: readonly string[], given: Given = {}) {
  const [stdout, stderr] = [new Text(), new Text()];
  const stdin = typeof given.stdin === 'string' ? [given.stdin] : (given.stdin ?? []);
  const terminal = given.columns !== undefined;
  const io: Io = {
    stdin: Readable.from(stdin),
    stdout,
    stderr,
    tty: { stdin: terminal, stdout: terminal, stderr: terminal },
    columns: given.columns ?? 100,
    cwd: given.cwd ?? tmpdir(),
    language: given.language ?? 'en',
    endSignal: () => new AbortController().signal,
  };
  const code = await runHere(argv, io, new LocalHost());
  return { code, stdout: stdout.text, stderr: stderr.text };
}
