import { leavesAt, usualPreferences, waysOf } from '#domain/notification/notification-preferences.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { Addressee } from '#records/watch/messages.ts';
import { stepKey } from '#records/watch/step-runs.ts';
import type { MessageTopic } from '#records/watch/watch-tables.ts';
import { findTold } from './find-audience.ts';
import type { WatchContext } from './watch-context.ts';

/** Something to tell one addressee, once a key; not before an instant (epoch ms). */
export interface Errand extends Addressee {
  readonly key: string;
  readonly item: WatchItem;
  readonly notBefore: number;
}

const topics = {
  warning: 'warning',
  breach: 'breach',
  'after-breach': 'escalation',
  asked: 'escalation',
} as const satisfies Record<WatchItem['kind'], MessageTopic>;

/** Of a topic, the kind of notification that members choose about. */
export const kindOfTopic = { warning: 'sla-warning', breach: 'sla-breach', escalation: 'escalation' } as const;

/** Whom a step reaches: members as they wish to be told, addresses and channels. `place` tells the actions of a step apart. */
export function planMessages(item: WatchItem, place: number, context: WatchContext): Errand[] {
  const { action, ranAt } = item;
  const topic = topics[item.kind];
  const errand = (addressee: Addressee, notBefore = ranAt): Errand => {
    const key = `${stepKey(item)} ${place} ${addressee.way} ${addressee.recipient}`;
    return { ...addressee, key, item, notBefore };
  };
  if (action.type !== 'notify') return [errand({ way: 'channel', recipient: action.channel, topic: 'act' })];
  if (action.to === 'address') return [errand({ way: 'address', recipient: action.address.toLowerCase(), topic })];
  if (action.to === 'channel') return [errand({ way: 'channel', recipient: action.channel, topic })];
  return findTold(action.to, item, context.members).flatMap(({ userId: recipient }) => {
    const preferences = context.preferences.get(recipient) ?? usualPreferences;
    const { inApp, mail, push } = waysOf(preferences, kindOfTopic[topic], true);
    return [
      ...(inApp || push ? [errand({ way: 'in-app', recipient, topic })] : []),
      ...(mail ? [errand({ way: 'member-mail', recipient, topic }, leavesAt(preferences.quiet, ranAt))] : []),
    ];
  });
}
