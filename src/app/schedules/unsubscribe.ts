import { createHmac, timingSafeEqual } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import { addOptOut, findSchedule } from '#records/schedules/schedules.ts';
import type { Installation } from '../installation.ts';
import type { Keys } from '../keys.ts';
import { unsubscribeKinds } from '../notifications/unsubscribe-kinds.ts';

type OfSchedule = readonly [workspace: string, schedule: string, address: string];
type OfNotifications = readonly ['notifications', workspace: string, user: string, kinds: string];
type Claim = OfSchedule | OfNotifications;

const sign = (keys: Keys, body: string): Buffer =>
  createHmac('sha256', keys.derive('unsubscribe')).update(body).digest();

/** What the link of a mail says: who wants no more of what, signed, so that nobody else says it for them. */
export function signUnsubscribe(keys: Keys, claim: Claim): string {
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${sign(keys, body).toString('base64url')}`;
}

/**
 * The one click: this address gets no more of this schedule, or of these kinds of notifications. To click twice is to click
 * once. Throws `schedule.bad-unsubscribe`.
 */
export async function unsubscribe(
  installation: Installation,
  token: string,
): Promise<{ title: string; address: string }> {
  const claim = readToken(installation.keys, token);
  if (claim.length === 4) return unsubscribeKinds(installation, claim[1], claim[2], claim[3].split(' '));
  const [workspace, schedule, address] = claim;
  const app = await installation.workspace(workspace).catch(() => null);
  const found = app === null ? null : await findSchedule(app.records, workspace, schedule);
  if (app === null || found === null) throw new VigieError('schedule.bad-unsubscribe');
  await addOptOut(app.records, workspace, schedule, address);
  return { title: found.title, address };
}

function readToken(keys: Keys, token: string): Claim {
  const [body = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(keys, body)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new VigieError('schedule.bad-unsubscribe');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claim;
}
