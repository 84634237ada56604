import { readLanguage } from '#settings';
import { LocalHost, runHere } from './host/local-host.ts';
import type { Io } from './io.ts';
import { processIo } from './process-io.ts';
import { reportError } from './report-error.ts';

/** The life of the process: one command, its exit code. */
export async function runMain(argv: readonly string[]): Promise<void> {
  const io: Io = processIo(readLanguage());
  const host = new LocalHost();
  try {
    process.exitCode = await runHere(argv, io, host);
  } catch (error) {
    process.exitCode = await reportError(io, io.language, error);
  }
  await host.close();
  // The embedded engine may keep threads of its own.
  process.exit();
}
