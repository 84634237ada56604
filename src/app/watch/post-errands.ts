import { randomUUID } from 'node:crypto';
import type { Records } from '#records/client.ts';
import { listChannels } from '#records/watch/channels.ts';
import {
  type Addressee,
  addItems,
  addMessages,
  countItems,
  countMessagesSince,
  type NewItem,
  takeWaitingMessages,
} from '#records/watch/messages.ts';
import type { Errand } from './plan-messages.ts';

/** How long a message waits for more to tell: of what happens now, and of what is told late, when much comes together. */
const GATHER_MS = 150;
const GATHER_LATE_MS = 3_000;

/** Who gets so many messages of a topic within a minute gets the rest of that minute together. */
const BURST = 5;
const MINUTE_MS = 60_000;

/** What a message to a webhook tells at most: it gets each step, about a megabyte at a time; people get a summary. */
const MOST_TOLD = 1_000;

const nameOf = ({ way, recipient, topic }: Addressee) => JSON.stringify([way, recipient, topic]);

/**
 * Writes down what is to be told, in the transaction of the steps that ask for it. What goes to one addressee about one topic
 * at about the same time is one message; a webhook gets another where there is very much to tell, and what is asked of it is
 * always one of its own.
 */
export async function postErrands(
  trx: Records,
  workspace: string,
  errands: readonly Errand[],
  now: number,
): Promise<void> {
  if (errands.length === 0) return;
  const webhooks = new Set(
    (await listChannels(trx, workspace)).flatMap(({ id, kind }) => (kind === 'webhook' ? [id] : [])),
  );
  const isWebhook = ({ way, recipient }: Addressee) => way === 'channel' && webhooks.has(recipient);
  const waiting = await readWaiting(trx, workspace, now, isWebhook);
  const lately = new Map(
    (await countMessagesSince(trx, workspace, new Date(now - MINUTE_MS))).map((one) => [nameOf(one), one.n]),
  );
  const messages: Parameters<typeof addMessages>[1][number][] = [];
  const items: NewItem[] = [];
  for (const { way, recipient, topic, key, item, notBefore } of errands) {
    const name = nameOf({ way, recipient, topic });
    let message = topic === 'act' ? undefined : waiting.get(name);
    if (message === undefined || message.room <= 0) {
      message = { id: randomUUID(), room: isWebhook({ way, recipient, topic }) ? MOST_TOLD : Number.POSITIVE_INFINITY };
      if (topic !== 'act') waiting.set(name, message);
      const wait = topic === 'act' ? 0 : waitOf(item.late, lately.get(name) ?? 0);
      messages.push({
        ...{ workspace, id: message.id, way, topic, recipient },
        state: 'due',
        sendAt: new Date(Math.max(now + wait, notBefore)),
        createdAt: new Date(now),
        finishedAt: null,
        answer: null,
      });
    }
    message.room--;
    items.push({ key, message: message.id, item });
  }
  await addMessages(trx, messages);
  await addItems(trx, workspace, items);
}

/** A message that waits for more to tell, and how much more it takes. */
interface Waiting {
  readonly id: string;
  room: number;
}

/** The newest message that waits of each addressee. */
async function readWaiting(
  trx: Records,
  workspace: string,
  now: number,
  isWebhook: (addressee: Addressee) => boolean,
): Promise<Map<string, Waiting>> {
  const newest = new Map((await takeWaitingMessages(trx, workspace, new Date(now))).map((one) => [nameOf(one), one]));
  const ids = [...newest.values()].filter(isWebhook).map(({ id }) => id);
  const counts = await countItems(trx, workspace, ids);
  return new Map(
    [...newest].map(([name, message]) => {
      const { id } = message;
      const room = isWebhook(message) ? MOST_TOLD - (counts.get(id) ?? 0) : Number.POSITIVE_INFINITY;
      return [name, { id, room }];
    }),
  );
}

function waitOf(late: boolean, lately: number): number {
  if (lately >= BURST) return MINUTE_MS;
  return late ? GATHER_LATE_MS : GATHER_MS;
}
