import { removeExpiredAccess } from '#records/expire.ts';
import { forgetOldSecrets } from '#records/hooks/hooks.ts';
import { forgetNotifications } from '#records/talk/notifications.ts';
import { forgetMessages } from '#records/watch/messages.ts';
import type { Installation } from '../installation.ts';
import { FORGET_AFTER } from './lock-out.ts';

/** Notifications are kept for 90 days, read or not; messages of the watch as long after they were settled. */
const NOTIFICATIONS_KEPT = 90 * 86_400_000;

/**
 * Forgets what lets nobody in any more: sessions, links and invitations whose time is over, and old failed sign-ins; secrets
 * that others have followed; and old
 * notifications and messages.
 */
export async function forgetExpired({ records, now }: Pick<Installation, 'records' | 'now'>): Promise<void> {
  await removeExpiredAccess(records.everywhere, new Date(now()), new Date(now() - FORGET_AFTER));
  await forgetOldSecrets(records.everywhere, new Date(now()));
  await forgetNotifications(records.everywhere, new Date(now() - NOTIFICATIONS_KEPT));
  await forgetMessages(records.everywhere, new Date(now() - NOTIFICATIONS_KEPT));
}
