import { fillTemplate, type Language, VigieError } from '#domain/error.ts';
import { type NotificationKind, notificationKinds } from '#domain/notification/notification-kinds.ts';
import { notificationMessages } from '#domain/notification/notification-messages.ts';
import {
  type ChosenWays,
  leavesAt,
  type NotificationPreferences,
  type Ways,
  waysOf,
} from '#domain/notification/notification-preferences.ts';
import {
  countUnread,
  getPreferences,
  listNotifications,
  markAllRead,
  markNotification,
  type NotificationRecord,
  savePreferences,
} from '#records/talk/notifications.ts';
import { listPushDevices } from '#records/talk/push-devices.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';

/** What a notification says to its reader. One of a later release is told by its kind alone. */
export function sayNotification({ message, params }: NotificationRecord, language: Language): string {
  if (!Object.hasOwn(notificationMessages, message)) return 'Vigie';
  return fillTemplate(notificationMessages[message as keyof typeof notificationMessages].text[language], params);
}

interface Asked {
  readonly unread: boolean;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One's own, the newest first. Throws `access.no-workspace` where no member asks. */
export async function listNotificationViews(app: App, actor: Actor, asked: Asked, language: Language) {
  const userId = memberOf(actor);
  const cursor = asked.after === undefined ? null : parseCursor(asked.after, ['number', 'string']);
  const after = cursor === null ? null : { at: new Date(cursor[0]), id: cursor[1] };
  const page = { unread: asked.unread, after, limit: asked.limit + 1 };
  const rows = await listNotifications(app.records, app.workspace, userId, page);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      ...{ id: row.id, kind: row.kind, text: sayNotification(row, language), excerpt: row.excerpt, link: row.link },
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    next: rows.length > shown.length && last ? writeCursor([last.createdAt.getTime(), last.id]) : null,
    unread: await countUnread(app.records, app.workspace, userId),
  };
}

export async function countUnreadOf(app: App, actor: Actor): Promise<{ unread: number }> {
  return { unread: await countUnread(app.records, app.workspace, memberOf(actor)) };
}

/** Throws `notification.unknown`, also of somebody else's. */
export async function markOne(app: App, actor: Actor, id: string, read: boolean): Promise<void> {
  const of = { workspace: app.workspace, userId: memberOf(actor), id };
  const found = await markNotification(app.records, of, read ? new Date(app.now()) : null);
  if (!found) throw new VigieError('notification.unknown', { id: id.slice(0, 100) });
}

export async function markAll(app: App, actor: Actor): Promise<void> {
  await markAllRead(app.records, app.workspace, memberOf(actor), new Date(app.now()));
}

/** Every kind with the ways in which it reaches whoever asks. */
export async function getPreferencesView(app: App, actor: Actor) {
  const userId = memberOf(actor);
  const preferences = await getPreferences(app.records, app.workspace, userId);
  const hasDevice = (await listPushDevices(app.records, app.workspace, userId)).length > 0;
  const ways = Object.fromEntries(notificationKinds.map((kind) => [kind, waysOf(preferences, kind, hasDevice)]));
  return { ways: ways as Record<NotificationKind, Ways>, quiet: preferences.quiet, devices: hasDevice };
}

/** Throws `zone.unknown`. */
export async function choosePreferences(app: App, actor: Actor, chosen: NotificationPreferences) {
  const userId = memberOf(actor);
  leavesAt(chosen.quiet, app.now());
  const before = await getPreferences(app.records, app.workspace, userId);
  const ways: Partial<Record<NotificationKind, ChosenWays>> = { ...before.ways };
  for (const kind of notificationKinds) {
    const now = chosen.ways[kind];
    if (now !== undefined) ways[kind] = { ...now, push: now.push ?? before.ways[kind]?.push };
  }
  await savePreferences(app.records, app.workspace, userId, { ways, quiet: chosen.quiet });
  return getPreferencesView(app, actor);
}

export function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new VigieError('access.no-workspace');
  return actor.id;
}
