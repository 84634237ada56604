import type { VigieError } from '#domain/error.ts';
import { addDeadLetters } from '#records/imports.ts';
import type { App } from '../app.ts';

/** A line of NDJSON that is not JSON, and why. */
export interface BrokenLine {
  readonly line: number;
  readonly text: string;
  readonly error: VigieError;
}

/** Keeps lines that could not even be read among the rejected events, so that they can be mended and sent again. */
export async function keepBrokenLines(app: App, lines: readonly BrokenLine[]): Promise<void> {
  const letters = lines.map(({ line, text, error }) => ({
    importId: null,
    line,
    path: '$',
    code: error.code,
    reason: error.message,
    raw: text.slice(0, 10_000),
  }));
  await addDeadLetters(app.records, app.workspace, letters);
}
