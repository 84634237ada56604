import { removeExpiredAccess } from '#records/expire.ts';
import type { Installation } from '../installation.ts';
import { FORGET_AFTER } from './lock-out.ts';

/** Forgets what lets nobody in any more: sessions, links and invitations whose time is over, and old failed sign-ins. */
export async function forgetExpired({ records, now }: Pick<Installation, 'records' | 'now'>): Promise<void> {
  await removeExpiredAccess(records.everywhere, new Date(now()), new Date(now() - FORGET_AFTER));
}
