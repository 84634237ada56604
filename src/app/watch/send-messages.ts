import { VigieError } from '#domain/error.ts';
import { leaseMessages, listItems, updateMessage, type WatchMessage } from '#records/watch/messages.ts';
import type { Installation } from '../installation.ts';
import { knownFailure } from '../known-failure.ts';
import { deliver } from './deliver.ts';
import type { Outgoing } from './outgoing.ts';

const AT_ONCE = 16;
/** How long one process has a message to itself; longer than anybody may take to accept it. */
const LEASE_MS = 30_000;
const PATIENCE_MS = 25_000;

/** Waits before the attempts after the first: over about seven hours in all. */
const waitsMs = [5, 30, 120, 600, 1800, 7200, 14_400].map((seconds) => seconds * 1000);

/** Answers of a server that says so of now, not of the message. */
const passing = [408, 425, 429];

/** Sends messages whose time has come and says how many there were. */
export async function sendMessages(installation: Installation, outgoing: Outgoing): Promise<number> {
  const { everywhere } = installation.records;
  const messages = await leaseMessages(everywhere, new Date(installation.now()), LEASE_MS, AT_ONCE);
  await Promise.all(messages.map((message) => sendOne(installation, outgoing, message)));
  return messages.length;
}

async function sendOne(installation: Installation, outgoing: Outgoing, message: WatchMessage): Promise<void> {
  const app = await installation.workspace(message.workspace);
  try {
    const items = message.topic === 'alert' ? [] : await listItems(app.records, app.workspace, message.id);
    await withPatience(deliver(app, outgoing, { message, items }));
    await updateMessage(app.records, message, { state: 'sent', finishedAt: new Date(app.now()), answer: null });
  } catch (error) {
    const wait = isFinal(error) ? undefined : waitsMs[message.attempts - 1];
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await updateMessage(
      app.records,
      message,
      wait === undefined
        ? { state: isFinal(error) ? 'refused' : 'failed', finishedAt: new Date(app.now()), answer }
        : { sendAt: new Date(app.now() + wait), answer },
    );
    if (knownFailure(error) === null && !isMailFailure(error)) throw error;
  }
}

/** Who is too slow is asked again later, under the same id. */
async function withPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new VigieError('channel.too-slow')), PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Whether the same would be answered again: a mail server that answers 5xx, a webhook that answers 4xx, a forbidden address. */
function isFinal(error: unknown): boolean {
  if (isMailFailure(error)) return error.responseCode >= 500 && error.responseCode < 600;
  if (!(error instanceof VigieError)) return false;
  if (error.code === 'channel.refused') {
    const status = Number(error.params.status);
    return status < 500 && !passing.includes(status);
  }
  // A name that nobody knows may be one that nobody could look up just now.
  return error.kind !== 'unavailable' && error.code !== 'outgoing.unknown-host';
}

/** The library for mail says so of whatever the server or the way to it did. */
function isMailFailure(error: unknown): error is Error & { readonly responseCode: number } {
  return error instanceof Error && !(error instanceof VigieError) && 'code' in error;
}
