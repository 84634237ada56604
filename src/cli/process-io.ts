import type { Language } from '#domain/error.ts';
import type { Io } from './io.ts';

/** The streams of this process. A reader that goes away (`| head`) ends it quietly, as it does other programs. */
export function processIo(language: Language): Io {
  const { stdin, stdout, stderr } = process;
  for (const out of [stdout, stderr]) {
    out.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    stdin,
    stdout,
    stderr,
    tty: { stdin: stdin.isTTY === true, stdout: stdout.isTTY === true, stderr: stderr.isTTY === true },
    columns: stdout.columns ?? stderr.columns ?? 100,
    cwd: process.cwd(),
    language,
    endSignal() {
      const ending = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
      return ending.signal;
    },
  };
}
