import { randomUUID } from 'node:crypto';
import { findLabels } from '#analytics/find-labels.ts';
import type { AlertItem } from '#domain/alerts/alert-item.ts';
import type { Language } from '#domain/error.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import { addAlertItems } from '#records/alerts/alert-items.ts';
import type { Alert } from '#records/alerts/alerts.ts';
import type { AlertFiring } from '#records/alerts/firings.ts';
import type { Records } from '#records/client.ts';
import { findUser } from '#records/users.ts';
import { addMessages } from '#records/watch/messages.ts';
import type { App } from '../app.ts';
import { notifyMember } from '../notifications/notify-member.ts';
import type { Outgoing } from '../watch/outgoing.ts';
import { noticesOf } from './notices-of.ts';

export interface Told {
  readonly alert: Alert;
  /** Firings to be told of, as they began and as they ended. */
  readonly begun: readonly AlertFiring[];
  readonly over: readonly AlertFiring[];
  /** Of members, read before the transaction: a store of one connection has no other beside it. */
  readonly languages: ReadonlyMap<string, Language>;
}

/** The languages in which members are written to. */
export async function languagesOf(
  { everywhere }: Pick<Outgoing, 'everywhere'>,
  members: readonly string[],
): Promise<Map<string, Language>> {
  const languages = new Map<string, Language>();
  for (const member of members) languages.set(member, (await findUser(everywhere, member))?.language ?? 'en');
  return languages;
}

/** Writes down what members and channels are told of firings, in the transaction that holds them. */
export async function tellFirings(app: App, trx: Records, { alert, begun, over, languages }: Told): Promise<void> {
  const items = [
    ...begun.map((firing) => itemOf(alert, firing, 'begun')),
    ...over.map((it) => itemOf(alert, it, 'over')),
  ];
  if (items.length === 0) return;
  const labels = await labelsOfItems(app, items);
  for (const member of alert.members) {
    const language = languages.get(member) ?? 'en';
    const link = `/alerts?log=${encodeURIComponent(alert.id)}`;
    for (const notice of noticesOf(items, { labels, language }))
      await notifyMember(app, { member, link, ...notice }, trx);
  }
  const at = new Date(app.now());
  for (const channel of alert.channels) {
    const id = randomUUID();
    const due = { state: 'due', sendAt: at, createdAt: at, finishedAt: null, answer: null } as const;
    await addMessages(trx, [
      { workspace: app.workspace, id, way: 'channel', topic: 'alert', recipient: channel, ...due },
    ]);
    await addAlertItems(trx, app.workspace, id, items);
  }
}

function itemOf({ id, title }: Alert, firing: AlertFiring, phase: AlertItem['phase']): AlertItem {
  const { rule, value, usual, beganAt, endedAt, figure, n, endFigure, endN } = firing;
  const of = { phase, alert: id, title, rule, value, usual };
  return phase === 'begun' || endedAt === null
    ? { ...of, figure, n, at: beganAt.getTime() }
    : { ...of, figure: endFigure ?? figure, n: endN ?? n, at: endedAt.getTime() };
}

/** The names of the agents and customers that messages tell of. */
export async function labelsOfItems(app: App, items: readonly Pick<AlertItem, 'rule' | 'value'>[]): Promise<Labels> {
  const kinds = [...new Set(items.flatMap(({ rule: { by } }) => by ?? []))];
  const wanted = kinds.flatMap((by) => {
    const { named } = getDimension(by);
    const ids = items.filter(({ rule }) => rule.by === by).map(({ value }) => value);
    return named === undefined ? [] : [{ dimension: by, kind: named, ids: [...new Set(ids)] }];
  });
  return findLabels(app.analytics, app.workspace, wanted);
}
