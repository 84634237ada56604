import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { channel as channelView, message as messageView, newChannel } from '#contract/schemas/watch/channel.ts';
import { VigieError } from '#domain/error.ts';
import { parseTarget } from '#notifiers/outgoing/parse-target.ts';
import { makeWebhookKey } from '#notifiers/webhook/sign-webhook.ts';
import {
  addChannel,
  type Channel,
  findChannel,
  listChannels,
  removeChannel,
  rotateChannel,
} from '#records/watch/channels.ts';
import { addMessages, listMessages, updateMessage, type WatchMessage } from '#records/watch/messages.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { deliver } from '../watch/deliver.ts';
import type { Outgoing } from '../watch/outgoing.ts';
import { openChannel, sealChannel } from './open-channel.ts';

type View = z.infer<typeof channelView>;
/** How long a key signs beside the one that follows it. */
const oldKeyMs = 86_400_000;

type MessageView = z.infer<typeof messageView>;

export async function listChannelViews(app: App): Promise<View[]> {
  return (await listChannels(app.records, app.workspace)).map(viewOf);
}

/**
 * Makes a channel; the key by which a webhook is signed is told this once. Throws `channel.taken` and what a wrong address
 * throws.
 */
export async function createChannel(
  app: App,
  given: z.infer<typeof newChannel>,
  { rules }: Pick<Outgoing, 'rules'>,
  by: By,
): Promise<{ readonly channel: View; readonly key: string | null }> {
  const { id, kind, name, language } = given;
  const address = 'url' in given ? given.url : given.address;
  const hint = kind === 'e-mail' ? address : parseTarget(address, rules.allowPrivate).url.host;
  const key = kind === 'webhook' ? makeWebhookKey() : null;
  const { workspace } = app;
  const made = await addChannel(app.records, {
    ...{ workspace, id, kind, name, language, hint },
    sealed: sealChannel(app.keys, { workspace, id }, { address, key }),
    createdBy: 'name' in by.actor ? by.actor.name : null,
  });
  if (made === null) throw new VigieError('channel.taken', { id }, { path: 'body.id' });
  await recordAudit(app.records, workspace, by, {
    action: 'channel.created',
    subject: id,
    details: { name, kind, hint },
  });
  return { channel: viewOf(made), key };
}

/**
 * Makes a new key for a webhook, told this once; the one before signs beside it for a day, and one before that no more. Throws
 * `channel.unknown`, `channel.no-key`, `channel.not-sealed-here` and `channel.rotated`.
 */
export async function rotateChannelKey(
  app: App,
  id: string,
  by: By,
): Promise<{ readonly channel: View; readonly key: string }> {
  const { records, workspace } = app;
  const channel = await findChannel(records, workspace, id);
  if (channel === null) throw new VigieError('channel.unknown', { id: id.slice(0, 100) });
  if (channel.kind !== 'webhook') throw new VigieError('channel.no-key', { id });
  const { address } = openChannel(app.keys, channel);
  const key = makeWebhookKey();
  const sealed = sealChannel(app.keys, channel, { address, key });
  const rotated = await rotateChannel(records, channel, { sealed, oldUntil: new Date(app.now() + oldKeyMs) });
  if (rotated === null) throw new VigieError('channel.rotated', { id });
  await recordAudit(records, workspace, by, {
    ...{ action: 'channel.rotated', subject: id, details: { name: rotated.name } },
  });
  return { channel: viewOf(rotated), key };
}

/** Throws `channel.unknown`. */
export async function dropChannel(app: App, id: string, by: By): Promise<void> {
  const removed = await removeChannel(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('channel.unknown', { id: id.slice(0, 100) });
  const details = { name: removed.name, kind: removed.kind };
  await recordAudit(app.records, app.workspace, by, { action: 'channel.removed', subject: id, details });
}

/** Sends a message that says it is a test, at once and once. Throws `channel.unknown`; how it went is in the answer. */
export async function testChannel(app: App, outgoing: Outgoing, id: string, by: By): Promise<MessageView> {
  const { workspace, records } = app;
  const channel = await findChannel(records, workspace, id);
  if (channel === null) throw new VigieError('channel.unknown', { id: id.slice(0, 100) });
  const now = new Date(app.now());
  const message: WatchMessage = {
    ...{ workspace, id: randomUUID(), way: 'channel', topic: 'test', recipient: id, state: 'failed', attempts: 1 },
    ...{ sendAt: now, createdAt: now, finishedAt: now, answer: null },
  };
  await addMessages(records, [message]);
  const answer = await deliver(app, outgoing, { message, items: [] }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500),
  );
  const settled = {
    state: answer === null ? 'sent' : 'failed',
    attempts: 1,
    finishedAt: new Date(app.now()),
    answer,
  } as const;
  await updateMessage(records, message, settled);
  await recordAudit(records, workspace, by, {
    action: 'channel.tested',
    subject: id,
    details: { state: settled.state },
  });
  return viewMessage({ ...message, ...settled, items: 0 });
}

/** What was sent, the newest first; of one channel, or all. */
export async function listMessageViews(
  app: App,
  asked: { readonly channel?: string | undefined; readonly limit: number },
): Promise<MessageView[]> {
  return (await listMessages(app.records, app.workspace, asked)).map(viewMessage);
}

function viewMessage(message: WatchMessage & { readonly items: number }): MessageView {
  const { workspace: _, sendAt, createdAt, finishedAt, ...rest } = message;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    sendAt: rest.state === 'due' ? sendAt.toISOString() : null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function viewOf({ id, kind, name, language, hint, createdBy, createdAt, oldUntil }: Channel): View {
  const times = { createdAt: createdAt.toISOString(), oldKeyUntil: oldUntil?.toISOString() ?? null };
  return { id, kind, name, language, hint, createdBy, ...times };
}
