import { checkSignature } from '#connectors/hooks/check-signature.ts';
import { VigieError } from '#domain/error.ts';
import { findHookAnywhere, type Hook } from '#records/hooks/hooks.ts';
import type { App } from '../app.ts';
import { keepBrokenLines } from '../imports/keep-broken-lines.ts';
import { ingestEvents } from '../ingest-events.ts';
import type { Installation } from '../installation.ts';
import { openSecrets, unknownHook } from './hooks.ts';
import { keepLastBody } from './last-bodies.ts';
import { readHookBody } from './read-hook-body.ts';

export interface HookReceipt {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/**
 * Takes what a system posts to a webhook. What cannot be read out of it is kept among the rejected events and not refused, so
 * that nobody sends it again and again. Sent twice, it counts once. Throws `hook.unknown`, `hook.bad-signature`, `hook.too-old`,
 * and what the intake throws where too much comes in.
 */
export async function receiveHook(
  installation: Installation,
  id: string,
  { body, find }: { readonly body: Uint8Array; readonly find: (header: string) => string | null },
): Promise<HookReceipt> {
  const hook = await findHookAnywhere(installation.records.everywhere, id);
  if (hook === null) throw unknownHook(id);
  const app = await installation.workspace(hook.workspace);
  const now = app.now();
  checkSignature({ ...hook, secrets: openSecrets(app.keys, hook, now) }, body, { now, find });
  const text = new TextDecoder('utf-8').decode(body);
  keepLastBody(id, { at: now, text });
  return app.intake.admit(() => take(app, hook, text));
}

async function take(app: App, hook: Hook, text: string): Promise<HookReceipt> {
  let events: Record<string, unknown>[];
  try {
    events = readHookBody(hook, text);
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    await keepBrokenLines(app, [{ line: 1, text, error, hook: hook.id }]);
    return { accepted: 0, duplicates: 0, rejected: 1 };
  }
  const answers = await ingestEvents(app, events);
  const count = (status: (typeof answers)[number]['status']) => answers.filter((each) => each.status === status).length;
  return { accepted: count('accepted'), duplicates: count('duplicate'), rejected: count('rejected') };
}
