import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { alertChange, alert as alertView, newAlert } from '#contract/schemas/watch/alert.ts';
import { type ErrorEntry, fillTemplate, type Language, VigieError } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import { type Alert, addAlert, findAlert, listAlerts, removeAlert, updateAlert } from '#records/alerts/alerts.ts';
import { type AlertFiring, endFiringsOf, listOpenFirings } from '#records/alerts/firings.ts';
import type { Actor } from '../access/actor.ts';
import { findAudience } from '../access/find-audience.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { checkAddressees, checkRule } from './check-settings.ts';
import { unitOf } from './list-firings.ts';
import { seesAlert, seesValue } from './see-alerts.ts';
import { viewRule } from './view-rule.ts';

type View = z.infer<typeof alertView>;

/** By title, as far as whoever asks may see them. */
export async function listAlertViews(app: App, actor: Actor, language: Language): Promise<View[]> {
  const [alerts, open, audience] = await Promise.all([
    listAlerts(app.records, app.workspace),
    listOpenFirings(app.records, app.workspace),
    findAudience(app, actor),
  ]);
  const seen = open.filter(({ rule, value }) => seesValue(audience, rule, value));
  return alerts.filter(({ rule }) => seesAlert(audience, rule)).map((alert) => viewOf(alert, seen, language));
}

/** Looks at a KPI from now on. Throws what `checkRule` and `checkAddressees` do. */
export async function createAlert(
  app: App,
  given: z.infer<typeof newAlert>,
  by: By,
  language: Language,
): Promise<View> {
  await checkRule(app, given.rule);
  await checkAddressees(app, given);
  const { title, rule, members, channels, tellEnd } = given;
  const made = await addAlert(app.records, {
    ...{ workspace: app.workspace, id: randomUUID(), title, tellEnd },
    rule: JSON.stringify(rule),
    members: JSON.stringify(members),
    channels: JSON.stringify(channels),
    ...{ snoozedUntil: null, checkedAt: null, judged: null, errorCode: null, errorParams: null },
    createdBy: 'name' in by.actor ? by.actor.name : null,
  });
  const details = { title, kpi: rule.kpi };
  await recordAudit(app.records, app.workspace, by, { action: 'alert.created', subject: made.id, details });
  return viewOf(made, [], language);
}

/** Throws `alert.unknown` and what making one throws. What is open under another rule ends, without a word. */
export async function changeAlert(
  app: App,
  id: string,
  change: z.infer<typeof alertChange>,
  { by, language }: { readonly by: By; readonly language: Language },
): Promise<View> {
  const before = await getAlert(app, id);
  const { rule = before.rule, title = before.title, members = before.members, channels = before.channels } = change;
  const { tellEnd = before.tellEnd, paused = before.paused, snoozedUntil } = change;
  if (change.rule !== undefined) await checkRule(app, rule);
  if (change.members !== undefined || change.channels !== undefined) await checkAddressees(app, { members, channels });
  const another = !isDeepStrictEqual(rule, before.rule);
  await app.records.transaction().execute(async (trx) => {
    await updateAlert(trx, app.workspace, id, {
      ...{ title, tellEnd, paused, rule: JSON.stringify(rule) },
      ...{ members: JSON.stringify(members), channels: JSON.stringify(channels) },
      ...(snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil) }),
      ...(another ? { checkedAt: null, judged: null, errorCode: null, errorParams: null } : {}),
    });
    if (another) await endFiringsOf(trx, app.workspace, id, new Date(app.now()));
    const changed = Object.keys(change).filter((key) => change[key as keyof typeof change] !== undefined);
    const details = { title, changed, ...(snoozedUntil == null ? {} : { snoozedUntil }) };
    await recordAudit(trx, app.workspace, by, { action: 'alert.changed', subject: id, details });
  });
  return viewOf(await getAlert(app, id), await listOpenFirings(app.records, app.workspace, id), language);
}

/** Throws `alert.unknown`. */
export async function dropAlert(app: App, id: string, by: By): Promise<void> {
  const removed = await removeAlert(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('alert.unknown');
  const details = { title: removed.title };
  await recordAudit(app.records, app.workspace, by, { action: 'alert.removed', subject: id, details });
}

async function getAlert(app: App, id: string): Promise<Alert> {
  const found = await findAlert(app.records, app.workspace, id);
  if (found === null) throw new VigieError('alert.unknown');
  return found;
}

function viewOf(alert: Alert, open: readonly AlertFiring[], language: Language): View {
  const { id, title, rule, members, channels, tellEnd, paused, snoozedUntil, checkedAt, createdBy, createdAt } = alert;
  return {
    ...{ id, title, rule: viewRule(rule), members: [...members], channels: [...channels], tellEnd, paused, createdBy },
    unit: unitOf(rule),
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    error: errorOf(alert, language),
    judged: alert.judged,
    open: open.filter((firing) => firing.alert === id).length,
    createdAt: createdAt.toISOString(),
  };
}

function errorOf({ errorCode, errorParams }: Alert, language: Language): View['error'] {
  if (errorCode === null) return null;
  const code = Object.hasOwn(errorCatalogue, errorCode) ? (errorCode as ErrorCode) : 'server.unexpected';
  const { message, todo }: ErrorEntry = errorCatalogue[code];
  const params = errorParams ?? {};
  return { code, detail: fillTemplate(message[language], params), todo: fillTemplate(todo[language], params) };
}
