import { randomUUID } from 'node:crypto';
import type { ErrorParams } from '#domain/error.ts';
import { type NotificationMessageId, notificationMessages } from '#domain/notification/notification-messages.ts';
import { leavesAt, waysOf } from '#domain/notification/notification-preferences.ts';
import { findMember } from '#records/members.ts';
import { addNotification, getPreferences } from '#records/talk/notifications.ts';
import { addPushDeliveries } from '#records/talk/push-deliveries.ts';
import { listPushDevices } from '#records/talk/push-devices.ts';
import type { App } from '../app.ts';

/** Something that a member is to be told. */
export interface Notice {
  /** The id of the user. */
  readonly member: string;
  /** What is said, which also says of which kind it is. */
  readonly message: NotificationMessageId;
  /** What fills the message: names and numbers that read the same in every language. */
  readonly params: ErrorParams;
  /** Where it leads: a path of the web app, as `/tickets/T-1`. */
  readonly link: string;
  /** The beginning of what somebody wrote, if it is that. */
  readonly excerpt?: string;
  /** One a thing that happened: a member is told of it once, however often this is called. */
  readonly dedupeKey: string;
  /** Whoever calls sends the mail that the member wants, so none is sent for this notice. */
  readonly ownMail?: boolean;
}

const longestExcerpt = 280;

/**
 * Tells a member something, as they wish: on screen, by mail and on their devices (after their quiet hours), or not at all. With
 * the `records` of a transaction it is told if that is kept. False: they know already, want none of this kind, or are no
 * member any more. Whoever calls sees to it that they may know.
 */
export async function notifyMember(app: App, notice: Notice, records = app.records): Promise<boolean> {
  const { member, message, params, link, excerpt, dedupeKey } = notice;
  const { workspace } = app;
  if ((await findMember(records, workspace, member)) === null) return false;
  const preferences = await getPreferences(records, workspace, member);
  const { kind } = notificationMessages[message];
  const devices = (await listPushDevices(records, workspace, member)).map(({ id }) => id);
  const { inApp, mail: wanted, push } = waysOf(preferences, kind, devices.length > 0);
  const mail = wanted && notice.ownMail !== true;
  if (!inApp && !mail && !push) return false;
  const now = app.now();
  const id = randomUUID();
  const leaves = new Date(leavesAt(preferences.quiet, now));
  const told = await addNotification(records, {
    ...{ workspace, id, userId: member, kind, message, params: JSON.stringify(params), link, dedupeKey },
    excerpt: excerpt === undefined ? null : excerpt.slice(0, longestExcerpt),
    ...{ inApp, createdAt: new Date(now), readAt: null },
    mailState: mail ? 'due' : 'none',
    mailAt: mail ? leaves : null,
  });
  if (told && push) await addPushDeliveries(records, { workspace, id }, devices, leaves);
  return told;
}
