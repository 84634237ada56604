import type { NotificationKind } from '#domain/notification/notification-kinds.ts';
import { writeNoticeLetter } from '#notifiers/e-mail/notice-letter.ts';
import type { Mail } from '#notifiers/e-mail/send-mail.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { NotificationRecord } from '#records/talk/notifications.ts';
import type { Post } from '../schedules/post.ts';
import { signUnsubscribe } from '../schedules/unsubscribe.ts';
import { sayNotification } from './notifications.ts';

/** Notifications that one mail tells in full. */
const toldAtMost = 30;

export interface Reader {
  readonly id: string;
  readonly email: string;
  readonly language: 'en' | 'fr' | null;
}

/** The mail that tells a member some notifications, at least one; the same message however often it is sent. */
export function writeNoticeMail(
  post: Pick<Post, 'url' | 'keys'>,
  reader: Reader,
  workspace: string,
  batch: string,
  rows: readonly NotificationRecord[],
): Mail {
  const language = reader.language ?? 'en';
  const { t } = texts[language];
  const [first] = rows;
  const subject =
    rows.length === 1 && first !== undefined
      ? sayNotification(first, language)
      : t('notification.mailSubject', { count: rows.length });
  const kinds = [...new Set(rows.map(({ kind }) => kind))] as readonly NotificationKind[];
  const token = signUnsubscribe(post.keys, ['notifications', workspace, reader.id, kinds.join(' ')]);
  const placeOf = (link: string) => {
    const url = new URL(link, post.url);
    url.searchParams.set('workspace', workspace);
    return url.href;
  };
  const left = rows.length - toldAtMost;
  const letter = writeNoticeLetter({
    language,
    heading: subject,
    items: rows.slice(0, toldAtMost).map((row) => ({
      text: rows.length === 1 ? null : sayNotification(row, language),
      excerpt: row.excerpt,
      open: { label: t('notification.open'), url: placeOf(row.link) },
    })),
    more: left > 0 ? t('notification.mailMore', { count: left }) : null,
    preferences: { label: t('notification.preferences'), url: placeOf('/settings/notifications') },
    unsubscribe: { label: t('notification.unsubscribe'), url: `${post.url}/unsubscribe/${token}` },
  });
  return {
    ...{ to: reader.email, subject, ...letter },
    unsubscribeUrl: `${post.url}/api/v1/unsubscribe/${token}`,
    messageId: `<${batch}@${new URL(post.url).hostname}>`,
  };
}
