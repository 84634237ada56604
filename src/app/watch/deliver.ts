import { createHash } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import { writeBulletin as writeMail } from '#notifiers/e-mail/bulletin-letter.ts';
import { sendRequest } from '#notifiers/outgoing/send-request.ts';
import { slackMessage } from '#notifiers/slack/slack-message.ts';
import { teamsMessage } from '#notifiers/teams/teams-message.ts';
import { signWebhook } from '#notifiers/webhook/sign-webhook.ts';
import { listAlertItems } from '#records/alerts/alert-items.ts';
import { findMember } from '#records/members.ts';
import { findUser } from '#records/users.ts';
import { type Channel, findChannel } from '#records/watch/channels.ts';
import type { WatchMessage } from '#records/watch/messages.ts';
import { getWorkspace } from '#records/workspaces.ts';
import { labelsOfItems } from '../alerts/tell-firings.ts';
import { alertBody, writeAlertBulletin } from '../alerts/write-alert-message.ts';
import type { App } from '../app.ts';
import { openChannel, openChannelKeys } from '../channels/open-channel.ts';
import { notifyMember } from '../notifications/notify-member.ts';
import type { Outgoing } from './outgoing.ts';
import { testBody, webhookBody } from './webhook-body.ts';
import { type Reader, writeBulletin } from './write-bulletin.ts';

export interface Delivery {
  readonly message: WatchMessage;
  readonly items: readonly WatchItem[];
}

/** Sends one message; what it throws is why it was not taken. The other side may get it twice, with the same id. */
export async function deliver(app: App, outgoing: Outgoing, delivery: Delivery): Promise<void> {
  const { way, recipient } = delivery.message;
  switch (way) {
    case 'in-app':
      return tellInApp(app, delivery);
    case 'address':
      return mail(app, outgoing, delivery, { address: recipient, language: 'en' });
    case 'member-mail':
      return mailMember(app, outgoing, delivery);
    case 'channel': {
      const channel = await findChannel(app.records, app.workspace, recipient);
      if (channel === null) throw new VigieError('channel.unknown', { id: recipient });
      return tellChannel(app, outgoing, delivery, channel);
    }
  }
}

const messageIds = {
  warning: ['sla-warning', 'sla-warnings'],
  breach: ['sla-breach', 'sla-breaches'],
  escalation: ['escalated', 'escalations'],
} as const;

async function tellInApp(app: App, { message, items }: Delivery): Promise<void> {
  const [first] = items;
  const { topic } = message;
  if (first === undefined || topic === 'act' || topic === 'test' || topic === 'alert') return;
  const [one, many] = messageIds[topic];
  const alone = items.length === 1;
  await notifyMember(app, {
    member: message.recipient,
    message: alone ? one : many,
    params: alone ? { ticket: first.ticket, target: first.policyName } : { count: items.length },
    link: alone ? `/tickets/${encodeURIComponent(first.ticket)}` : '/desk',
    dedupeKey: message.id,
    ownMail: true,
  });
}

async function mailMember(app: App, outgoing: Outgoing, delivery: Delivery): Promise<void> {
  const { recipient } = delivery.message;
  const [member, user] = await Promise.all([
    findMember(app.records, app.workspace, recipient),
    findUser(outgoing.everywhere, recipient),
  ]);
  // Who left meanwhile is told nothing more.
  if (member === null || user === null) return;
  await mail(app, outgoing, delivery, { address: user.email, language: user.language ?? 'en' });
}

interface Mailbox extends Pick<Reader, 'language'> {
  readonly address: string;
}

async function mail(app: App, outgoing: Outgoing, { message, items }: Delivery, to: Mailbox): Promise<void> {
  const { sendMail, url } = outgoing;
  if (sendMail === null) throw new VigieError('channel.no-mail');
  const bulletin = await bulletinOf(app, outgoing, { message, items }, to.language);
  const mark = createHash('sha256').update(to.address).digest('hex').slice(0, 16);
  await sendMail({
    to: to.address,
    ...writeMail(bulletin, to.language),
    messageId: `<${message.id}.${mark}@${new URL(url).hostname}>`,
  });
}

/** What people are told, of alerts or of clocks. */
async function bulletinOf(app: App, outgoing: Outgoing, { message, items }: Delivery, language: Reader['language']) {
  const reader = await readerOf(app, outgoing, language);
  if (message.topic !== 'alert') return writeBulletin(message.topic, items, reader);
  const told = await listAlertItems(app.records, app.workspace, message.id);
  return writeAlertBulletin(told, await labelsOfItems(app, told), reader);
}

/** What a webhook is told. */
async function bodyOf(app: App, { url }: Outgoing, { message, items }: Delivery): Promise<string> {
  if (message.topic === 'alert') return alertBody(await listAlertItems(app.records, app.workspace, message.id), url);
  const [first] = items;
  const body = items.length > 1 ? manyBody(items, url) : first && webhookBody(first, url);
  return body ?? testBody(message.createdAt.getTime(), url);
}

async function readerOf(app: App, { url }: Outgoing, language: Reader['language']): Promise<Reader> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  return { language, timeZone, url };
}

async function tellChannel(app: App, outgoing: Outgoing, delivery: Delivery, channel: Channel): Promise<void> {
  const { message } = delivery;
  const { address } = openChannel(app.keys, channel);
  const signers = openChannelKeys(app.keys, channel, app.now());
  const { language } = channel;
  if (channel.kind === 'e-mail') return mail(app, outgoing, delivery, { address, language });
  if (channel.kind === 'webhook' && signers.length > 0) {
    const text = await bodyOf(app, outgoing, delivery);
    return post(outgoing, address, text, signWebhook(signers, message.id, app.now(), text));
  }
  const bulletin = await bulletinOf(app, outgoing, delivery, language);
  const said = channel.kind === 'slack' ? slackMessage(bulletin) : teamsMessage(bulletin);
  return post(outgoing, address, JSON.stringify(said), {});
}

/** Steps that tell a webhook, rather than ask something of it, are put together as those that tell people are. */
function manyBody(items: readonly WatchItem[], url: string): string {
  const told = items.map((item) => JSON.parse(webhookBody(item, url)));
  return JSON.stringify({ type: 'clocks', timestamp: told[0].timestamp, data: { items: told } });
}

async function post(
  { rules }: Outgoing,
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const request = {
    url: address,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  } as const;
  const { status } = await sendRequest(request, rules);
  if (status < 200 || status >= 300) {
    throw new VigieError('channel.refused', { host: new URL(address).host, status });
  }
}
