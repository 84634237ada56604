import { findNextSend } from '#records/watch/messages.ts';
import { findNextInstant } from '#records/watch/open-clocks.ts';
import type { Installation } from '../installation.ts';

/** When the next step of any clock is due, in epoch ms; infinity: none is. */
export async function findNextMoment({ records }: Installation): Promise<number> {
  return (await findNextInstant(records.everywhere)) ?? Number.POSITIVE_INFINITY;
}

/** When the next message is to be sent, in epoch ms; infinity: none is. */
export async function findNextMessage({ records }: Installation): Promise<number> {
  return (await findNextSend(records.everywhere)) ?? Number.POSITIVE_INFINITY;
}
