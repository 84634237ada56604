import { readLanguage } from '#settings';
import { LocalHost, runHere } from './host/local-host.ts';
import type { Io } from './io.ts';
import { processIo } from './process-io.ts';
import { reportError } from './report-error.ts';

/** The life of the process: one command, its exit code. */
export async function runMain(argv: readonly string[]): Promise<void> {
  const io: Io = processIo(readLanguage());
  const host = new LocalHost();
  // What no caller waits for ends the process, told like any other failure: Node itself would print all that hangs on it.
  process.once('uncaughtException', (error) => {
    reportError(io, io.language, error).then((code) => process.exit(code));
  });
  try {
    process.exitCode = await runHere(argv, io, host);
  } catch (error) {
    process.exitCode = await reportError(io, io.language, error);
  }
  await host.close();
  // The embedded engine may keep threads of its own.
  process.exit();
}
