import { randomUUID } from 'node:crypto';
import type { Records } from '#records/client.ts';
import {
  type Addressee,
  addItems,
  addMessages,
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

const nameOf = ({ way, recipient, topic }: Addressee) => JSON.stringify([way, recipient, topic]);

/**
 * Writes down what is to be told, in the transaction of the steps that ask for it. What goes to one addressee about one topic
 * at about the same time is one message; a request to a webhook is always one of its own.
 */
export async function postErrands(
  trx: Records,
  workspace: string,
  errands: readonly Errand[],
  now: number,
): Promise<void> {
  if (errands.length === 0) return;
  const waiting = new Map(
    (await takeWaitingMessages(trx, workspace, new Date(now))).map((one) => [nameOf(one), one.id]),
  );
  const lately = new Map(
    (await countMessagesSince(trx, workspace, new Date(now - MINUTE_MS))).map((one) => [nameOf(one), one.n]),
  );
  const messages: Parameters<typeof addMessages>[1][number][] = [];
  const items: NewItem[] = [];
  for (const { way, recipient, topic, key, item, notBefore } of errands) {
    const name = nameOf({ way, recipient, topic });
    let message = topic === 'act' ? undefined : waiting.get(name);
    if (message === undefined) {
      message = randomUUID();
      if (topic !== 'act') waiting.set(name, message);
      const wait = topic === 'act' ? 0 : waitOf(item.late, lately.get(name) ?? 0);
      messages.push({
        ...{ workspace, id: message, way, topic, recipient },
        state: 'due',
        sendAt: new Date(Math.max(now + wait, notBefore)),
        createdAt: new Date(now),
        finishedAt: null,
        answer: null,
      });
    }
    items.push({ key, message, item });
  }
  await addMessages(trx, messages);
  await addItems(trx, workspace, items);
}

function waitOf(late: boolean, lately: number): number {
  if (lately >= BURST) return MINUTE_MS;
  return late ? GATHER_LATE_MS : GATHER_MS;
}
