import { Readable, Writable } from 'node:stream';
import type { Installation } from '#app/installation.ts';
import type { Host } from '#cli/cli.ts';
import type { Io } from '#cli/io.ts';
import { runVigie } from '#cli/run-vigie.ts';

/**
 * Runs a command line in this process over an installation that is open already: as in a pipe, or with an `answer`, on a
 * terminal on which it is typed.
 */
export async function runInside(installation: Installation, line: string, cwd: string, answer?: string) {
  const texts = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        texts[name] += chunk.toString();
        done();
      },
    });
  const io: Io = {
    stdin: Readable.from(answer === undefined ? [] : [`${answer}\n`]),
    stdout: into('stdout'),
    stderr: into('stderr'),
    tty: { stdin: answer !== undefined, stdout: false, stderr: false },
    columns: 100,
    cwd,
    language: 'en',
    endSignal: () => new AbortController().signal,
  };
  const unused = () => Promise.reject(new Error('No command of these reads settings.'));
  const host: Host = { settings: unused, installation: async () => installation };
  const code = await runVigie(line.split(' '), io, host);
  return { code, ...texts };
}
