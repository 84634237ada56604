import type { Language } from '#domain/error.ts';
import type { PushMessage } from '#notifiers/push/send-push.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { NotificationRecord } from '#records/talk/notifications.ts';
import { sayNotification } from '../notifications/notifications.ts';

const longestTitle = 140;
const longestText = 160;

/** What a device says of some notifications, at least one: of one what it says, of several how many and the first. */
export function writePush(
  [first, ...rest]: readonly [NotificationRecord, ...NotificationRecord[]],
  language: Language,
  workspace: string,
): PushMessage {
  const said = sayNotification(first, language);
  const one = rest.length === 0;
  const title = one ? said : texts[language].t('notification.mailSubject', { count: rest.length + 1 });
  const text = one ? (first.excerpt ?? '') : said;
  const link = inWorkspace(one ? first.link : '/', workspace);
  return { title: shorten(title, longestTitle), text: shorten(text, longestText), link };
}

function inWorkspace(link: string, workspace: string): string {
  const url = new URL(link, 'http://vigie.invalid');
  url.searchParams.set('workspace', workspace);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Never cuts a letter of two units in two. */
function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
