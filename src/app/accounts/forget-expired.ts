import { forgetFirings } from '#records/alerts/firings.ts';
import { removeExpiredAccess } from '#records/expire.ts';
import { forgetOldSecrets } from '#records/hooks/hooks.ts';
import { forgetNotifications } from '#records/talk/notifications.ts';
import { forgetMessages } from '#records/watch/messages.ts';
import type { Installation } from '../installation.ts';
import { FORGET_AFTER } from './lock-out.ts';

/** Notifications are kept for 90 days, read or not; messages of the watch as long after they were settled. */
const NOTIFICATIONS_KEPT = 90 * 86_400_000;

/** What left its bounds is kept for a year and a bit, so that a year can be compared with the one before. */
const FIRINGS_KEPT = 400 * 86_400_000;

/**
 * Forgets what lets nobody in any more: sessions, links and invitations whose time is over, secrets that others have followed
 * and old failed sign-ins; and old notifications, messages and firings of alerts.
 */
export async function forgetExpired({ records, now }: Pick<Installation, 'records' | 'now'>): Promise<void> {
  await removeExpiredAccess(records.everywhere, new Date(now()), new Date(now() - FORGET_AFTER));
  await forgetOldSecrets(records.everywhere, new Date(now()));
  await forgetNotifications(records.everywhere, new Date(now() - NOTIFICATIONS_KEPT));
  await forgetFirings(records.everywhere, new Date(now() - FIRINGS_KEPT));
  await forgetMessages(records.everywhere, new Date(now() - NOTIFICATIONS_KEPT));
}
