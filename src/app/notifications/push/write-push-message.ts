import type { Language } from '#domain/error.ts';
import {
  isNotificationKind,
  type NotificationKind,
  notificationKindTexts,
} from '#domain/notification/notification-kinds.ts';
import type { PushMessage } from '#notifiers/web-push/write-push.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { NotificationRecord } from '#records/talk/notifications.ts';
import { sayNotification } from '../notifications.ts';

/** What is late soon after it is told. */
const urgentKinds: readonly string[] = ['sla-warning', 'sla-breach', 'escalation'] satisfies NotificationKind[];
/** So that title, text and path fit into the 4096 bytes that every push service takes. */
const LONGEST_TEXT = 300;
const LONGEST_PATH = 1500;

interface Reader {
  readonly language: Language;
  readonly workspace: string;
  /** Where Vigie is. */
  readonly url: string;
}

/** The message that tells some notifications, at least one: several by their number, and by what the last one says. */
export function writePushMessage(
  rows: readonly [NotificationRecord, ...NotificationRecord[]],
  { language, workspace, url }: Reader,
): PushMessage & { readonly urgent: boolean } {
  const last = rows.reduce((a, b) => (b.createdAt > a.createdAt ? b : a));
  const { kind } = last;
  const alone = rows.length === 1;
  const ofKind = isNotificationKind(kind) ? notificationKindTexts[kind][language] : 'Vigie';
  const path = pathIn(workspace, alone ? last.link : '/', url);
  return {
    title: alone ? ofKind : texts[language].t('notification.mailSubject', { count: rows.length }),
    body: sayNotification(last, language).slice(0, LONGEST_TEXT),
    path: path.length > LONGEST_PATH ? pathIn(workspace, '/', url) : path,
    tag: last.id,
    urgent: rows.some((row) => urgentKinds.includes(row.kind)),
  };
}

/** A path of the web app in a workspace, from the path that a notification leads to. */
export function pathIn(workspace: string, link: string, url: string): string {
  const place = new URL(link, url);
  place.searchParams.set('workspace', workspace);
  return `${place.pathname}${place.search}${place.hash}`;
}
