import type { AlertRule } from '#domain/alerts/alert.ts';
import { judgeReading } from '#domain/alerts/judge-reading.ts';
import { planFirings } from '#domain/alerts/plan-firings.ts';
import type { Language } from '#domain/error.ts';
import { type Alert, holdAlert, updateAlert } from '#records/alerts/alerts.ts';
import {
  type AlertFiring,
  beginFirings,
  endFiring,
  listOpenFirings,
  setBackSince,
  takeUntoldFirings,
} from '#records/alerts/firings.ts';
import type { App } from '../app.ts';
import { knownFailure } from '../known-failure.ts';
import type { Outgoing } from '../watch/outgoing.ts';
import { type Readings, readAlert, type Watched, watchedOf } from './read-figures.ts';
import { languagesOf, tellFirings } from './tell-firings.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** What is usual takes many questions and changes slowly: it is looked at once an hour. */
const stepOf = ({ condition }: AlertRule) => (condition.kind === 'unusual' ? hourMs : minuteMs);

/**
 * Looks at an alert as of this minute, unless it was looked at in it. What begins, what ends and who is told of it is written
 * down in one transaction, so that a check that is cut off is one that never was.
 */
export async function checkAlert(app: App, people: Pick<Outgoing, 'everywhere'>, alert: Alert): Promise<void> {
  const step = stepOf(alert.rule);
  const now = Math.floor(app.now() / step) * step;
  if (alert.checkedAt !== null && alert.checkedAt.getTime() >= now) return;
  try {
    const watched = await watchedOf(app, alert.rule);
    const languages = await languagesOf(people, alert.members);
    await settle(app, { alert, watched, now, languages, read: await readAlert(app, watched, now) });
  } catch (error) {
    const known = knownFailure(error);
    if (known === null) throw error;
    const errorParams = JSON.stringify(known.params);
    await updateAlert(app.records, app.workspace, alert.id, { errorCode: known.code, errorParams });
  }
}

interface Check {
  readonly alert: Alert;
  readonly watched: Watched;
  readonly now: number;
  readonly read: Readings;
  readonly languages: ReadonlyMap<string, Language>;
}

async function settle(app: App, check: Check): Promise<void> {
  const { now, watched, read, languages } = check;
  const { workspace } = app;
  const at = new Date(now);
  await app.records.transaction().execute(async (trx) => {
    const alert = await holdAlert(trx, workspace, check.alert.id);
    if (alert === null || !isSame(alert, check.alert) || (alert.checkedAt?.getTime() ?? 0) >= now) return;
    const open = await listOpenFirings(trx, workspace, alert.id);
    const { begun, ended, returned, relapsed } = planFirings(alert.rule, {
      ...{ now, readings: read.readings, empty: watched.empty },
      open: new Map(open.map(({ value, backSince }) => [value, backSince?.getTime() ?? null])),
    });
    const rows = begun.flatMap(({ value, figure, n, usual }) =>
      figure === null
        ? []
        : [
            {
              ...{ workspace, alert: alert.id, value, beganAt: at, rule: JSON.stringify(alert.rule), figure, n },
              ...{ usual: usual === null ? null : JSON.stringify(usual), toldAt: null },
              ...{ backSince: null, endedAt: null, end: null, endFigure: null, endN: null },
            },
          ],
    );
    await beginFirings(trx, rows);
    await setBackSince(trx, { workspace, alert: alert.id }, returned, at);
    await setBackSince(trx, { workspace, alert: alert.id }, relapsed, null);
    const over: AlertFiring[] = [];
    for (const { reading, end } of ended) {
      const firing = { workspace, alert: alert.id, value: reading.value };
      const told = { endedAt: at, end, endFigure: reading.figure, endN: reading.n };
      const done = await endFiring(trx, firing, told);
      if (done !== null && end === 'back' && done.toldAt !== null && alert.tellEnd) over.push(done);
    }
    const judged = read.readings.filter((reading) => judgeReading(alert.rule, reading) !== 'unknown').length;
    const snoozed = alert.snoozedUntil !== null && alert.snoozedUntil.getTime() > now;
    const told = snoozed ? [] : await takeUntoldFirings(trx, workspace, alert.id, at);
    await tellFirings(app, trx, { alert, languages, begun: told, over: snoozed ? [] : over });
    await updateAlert(trx, workspace, alert.id, { checkedAt: at, judged, errorCode: null, errorParams: null });
  });
  app.bell.ring();
}

/** Whether it still asks what was read for it. */
const isSame = (now: Alert, read: Alert) => !now.paused && JSON.stringify(now.rule) === JSON.stringify(read.rule);
