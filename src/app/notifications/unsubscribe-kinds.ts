import { VigieError } from '#domain/error.ts';
import {
  isNotificationKind,
  type NotificationKind,
  notificationKindTexts,
} from '#domain/notification/notification-kinds.ts';
import { chosenWays } from '#domain/notification/notification-preferences.ts';
import { findMember } from '#records/members.ts';
import { getPreferences, savePreferences } from '#records/talk/notifications.ts';
import { findUser } from '#records/users.ts';
import type { Installation } from '../installation.ts';

/** A member gets no more mails of some kinds, which stay on their screen. Throws `schedule.bad-unsubscribe`. */
export async function unsubscribeKinds(
  installation: Installation,
  workspace: string,
  userId: string,
  named: readonly string[],
): Promise<{ title: string; address: string }> {
  const app = await installation.workspace(workspace).catch(() => null);
  const user = await findUser(installation.records.everywhere, userId);
  if (app === null || user === null || (await findMember(app.records, workspace, userId)) === null) {
    throw new VigieError('schedule.bad-unsubscribe');
  }
  const kinds: readonly NotificationKind[] = named.filter(isNotificationKind);
  const before = await getPreferences(app.records, workspace, userId);
  const silent = kinds.map((kind) => [kind, { ...chosenWays(before, kind), mail: false }] as const);
  const ways = { ...before.ways, ...Object.fromEntries(silent) };
  await savePreferences(app.records, workspace, userId, { ...before, ways });
  const language = user.language ?? 'en';
  return { title: kinds.map((kind) => notificationKindTexts[kind][language]).join(' · '), address: user.email };
}
