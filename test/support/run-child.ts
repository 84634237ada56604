import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ChildOutcome {
  readonly killed: boolean;
  /** What it wrote, line by line, up to its end. */
  readonly lines: readonly string[];
  /** From its first line to its end. */
  readonly lengthMs: number;
}

const running = new Set<ChildProcess>();

/**
 * Runs a script in a process of its own and kills it -9 so long after its first line, when a delay is given. A script that
 * fails by itself is a failure of the test.
 */
export function runChild(script: string, args: readonly string[], killAfterMs: number | null): Promise<ChildOutcome> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const lines: string[] = [];
  let errors = '';
  let begun = 0;
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    errors += piece;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (begun > 0) return;
    begun = performance.now();
    if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`${script} ended with ${code}: ${errors}`));
      else resolve({ killed: signal === 'SIGKILL', lines, lengthMs: performance.now() - begun });
    });
  });
}

/** Ends what a failing test has left running. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
