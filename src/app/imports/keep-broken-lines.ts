import type { VigieError } from '#domain/error.ts';
import { addDeadLetters } from '#records/imports.ts';
import type { App } from '../app.ts';

/** What could not be read: a line of NDJSON, or with `hook` a whole body that was posted to that webhook; and why. */
export interface BrokenLine {
  readonly line: number;
  readonly text: string;
  readonly error: VigieError;
  readonly hook?: string;
}

const MOST_OF_A_LINE = 10_000;
/** A body of a webhook is kept whole: once its mapping is mended, it is read again. */
const MOST_OF_A_BODY = 600_000;

/** Keeps lines that could not even be read among the rejected events, so that they can be mended and sent again. */
export async function keepBrokenLines(app: App, lines: readonly BrokenLine[]): Promise<void> {
  const letters = lines.map(({ line, text, error, hook = null }) => ({
    importId: null,
    line,
    path: error.path ?? '$',
    hook,
    code: error.code,
    reason: error.message,
    raw: text.slice(0, hook === null ? MOST_OF_A_LINE : MOST_OF_A_BODY),
  }));
  await addDeadLetters(app.records, app.workspace, letters);
}
