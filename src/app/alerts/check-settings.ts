import type { AlertRule } from '#domain/alerts/alert.ts';
import { VigieError } from '#domain/error.ts';
import { getDimension } from '#domain/report/dimension.ts';
import { fieldsOfFilter } from '#domain/report/match-filter.ts';
import type { Alert } from '#records/alerts/alerts.ts';
import { findMember } from '#records/members.ts';
import { findChannel } from '#records/watch/channels.ts';
import type { App } from '../app.ts';
import { askFigures, type Watched, watchedOf } from './read-figures.ts';

/** Fields of a question, and where a rule has them. */
const places = [
  ['$.kpis', 'kpi'],
  ['$.by', 'by'],
  ['$.filter', 'filter'],
] as const;

const hourMs = 3_600_000;

/**
 * A rule that can be asked: it is asked once, of the last hour. Throws what is wrong with it, at the field of the rule that
 * it is wrong with.
 */
export async function checkRule(app: App, rule: AlertRule): Promise<Watched> {
  try {
    for (const field of rule.filter === null ? [] : fieldsOfFilter(rule.filter)) getDimension(field, '$.filter');
    const watched = await watchedOf(app, rule);
    const { condition } = rule;
    if (condition.kind === 'threshold' && watched.figure.unit === 'share' && isNoShare(condition.line)) {
      const params = { kpi: rule.kpi, line: condition.line };
      throw new VigieError('alert.line-not-a-share', params, { path: 'body.rule.condition.line' });
    }
    const to = Math.floor(app.now() / hourMs) * hourMs;
    await askFigures(app, watched, { from: to - hourMs, to });
    return watched;
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const place = places.find(([start]) => error.path?.startsWith(start));
    if (place !== undefined) throw new VigieError(error.code, error.params, { path: `body.rule.${place[1]}` });
    if (error.code !== 'query.dimension-not-available') throw error;
    const field = error.params.dimension === rule.by ? 'by' : 'filter';
    throw new VigieError(error.code, error.params, { path: `body.rule.${field}` });
  }
}

const isNoShare = (line: number) => line < 0 || line > 1;

/** Whoever is told is there. Throws `alert.nobody`, `member.unknown`, `channel.unknown`. */
export async function checkAddressees(app: App, { members, channels }: Pick<Alert, 'members' | 'channels'>) {
  if (members.length + channels.length === 0) throw new VigieError('alert.nobody', {}, { path: 'body.members' });
  for (const member of members) {
    const found = await findMember(app.records, app.workspace, member);
    if (found === null) throw new VigieError('member.unknown', { id: member.slice(0, 100) }, { path: 'body.members' });
  }
  for (const channel of channels) {
    const found = await findChannel(app.records, app.workspace, channel);
    if (found === null) {
      throw new VigieError('channel.unknown', { id: channel.slice(0, 100) }, { path: 'body.channels' });
    }
  }
}
