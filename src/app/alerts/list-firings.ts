import type { z } from 'zod';
import type { alertFirings } from '#contract/schemas/watch/alert.ts';
import { figureOf } from '#domain/alerts/figure-of.ts';
import { VigieError } from '#domain/error.ts';
import type { Unit } from '#domain/report/query.ts';
import { linkOfFiring } from '#presentation/alerts/link-of-firing.ts';
import { type Alert, findAlert, listAlerts } from '#records/alerts/alerts.ts';
import { type AlertFiring, listFirings, listOpenFirings } from '#records/alerts/firings.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Actor } from '../access/actor.ts';
import { findAudience } from '../access/find-audience.ts';
import type { App } from '../app.ts';
import { seesAlert, seesValue } from './see-alerts.ts';
import { labelsOfItems } from './tell-firings.ts';
import { viewRule } from './view-rule.ts';

type Firings = z.infer<typeof alertFirings>;

interface Asked {
  readonly alert?: string | undefined;
  readonly limit: number;
}

/** What left its bounds, the newest first, as far as whoever asks may see it. Throws `alert.unknown`. */
export async function listFiringViews(app: App, actor: Actor, { alert, limit }: Asked): Promise<Firings> {
  const audience = await findAudience(app, actor);
  if (alert !== undefined) {
    const found = await findAlert(app.records, app.workspace, alert);
    if (found === null || !seesAlert(audience, found.rule)) throw new VigieError('alert.unknown');
  }
  const all = await listFirings(app.records, app.workspace, { alert, limit: audience === null ? limit : 2000 });
  const shown = all.filter(({ rule, value }) => seesValue(audience, rule, value)).slice(0, limit);
  return viewAll(app, shown);
}

/** All that is out of its bounds now, for whoever sees the whole workspace. */
export async function listOpenFiringViews(app: App): Promise<Firings> {
  return viewAll(app, await listOpenFirings(app.records, app.workspace));
}

async function viewAll(app: App, firings: readonly AlertFiring[]): Promise<Firings> {
  const [alerts, { timeZone }, labels] = await Promise.all([
    listAlerts(app.records, app.workspace),
    getWorkspace(app.records, app.workspace),
    labelsOfItems(app, firings),
  ]);
  return { items: firings.map((firing) => viewOf(firing, alerts, timeZone)), labels, timeZone };
}

function viewOf(firing: AlertFiring, alerts: readonly Alert[], timeZone: string): Firings['items'][number] {
  const { alert, value, rule, beganAt, figure, n, usual, toldAt, backSince, endedAt, end, endFigure, endN } = firing;
  return {
    ...{ alert, title: alerts.find(({ id }) => id === alert)?.title ?? '', value: rule.by === null ? null : value },
    ...{ rule: viewRule(rule), unit: unitOf(rule) ?? 'number', figure, n, usual, end, endFigure, endN },
    beganAt: beganAt.toISOString(),
    toldAt: toldAt?.toISOString() ?? null,
    backSince: backSince?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    report: linkOfFiring(rule, value, { at: beganAt.getTime(), timeZone }),
  };
}

/** The unit of a rule's figure; null where the registry has no such KPI any more. */
export function unitOf(rule: AlertFiring['rule']): Unit | null {
  try {
    return figureOf(rule).unit;
  } catch (error) {
    if (error instanceof VigieError) return null;
    throw error;
  }
}
