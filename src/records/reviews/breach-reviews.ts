import { type Selectable, sql } from 'kysely';
import { cycleKey } from '#domain/sla/cycle-key.ts';
import type { Judgement } from '#domain/sla/review/breach-review.ts';
import type { Records } from '../client.ts';
import type { CycleColumns } from '../watch/watch-tables.ts';
import type { BreachReviewTable } from './review-tables.ts';

export type BreachReviewRecord = Selectable<BreachReviewTable>;
export type ReviewPart = 'explanation' | 'excuse' | 'responsible';

/** Of clocks of these tickets. */
export async function listReviews(
  records: Records,
  workspace: string,
  tickets: readonly string[],
): Promise<BreachReviewRecord[]> {
  if (tickets.length === 0) return [];
  const query = records.selectFrom('breachReviews').selectAll().where('workspace', '=', workspace);
  return query.where('ticket', 'in', [...new Set(tickets)]).execute();
}

/** Every review of a workspace in which something is written. */
export function listAllReviews(records: Records, workspace: string): Promise<BreachReviewRecord[]> {
  return records.selectFrom('breachReviews').selectAll().where('workspace', '=', workspace).execute();
}

/** Those explained, or those in which an excuse is asked for and not given. */
export function listExplained(
  records: Records,
  workspace: string,
  { asking, limit }: { readonly asking: boolean; readonly limit: number },
): Promise<BreachReviewRecord[]> {
  const query = records
    .selectFrom('breachReviews')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('explanation', 'is not', null)
    .orderBy(sql`explanation ->> 'at'`, 'desc')
    .limit(limit);
  if (!asking) return query.execute();
  return query.where('excuse', 'is', null).where(sql<boolean>`(explanation ->> 'asksExcuse')::boolean`).execute();
}

/** Writes one part of the reviews of some clocks; null takes it away. */
export async function writeReviews(
  trx: Records,
  names: readonly CycleColumns[],
  part: ReviewPart,
  value: object | null,
): Promise<void> {
  const text = value === null ? null : JSON.stringify(value);
  for (const { workspace, ticket, policy, target, cycle } of names) {
    await trx
      .insertInto('breachReviews')
      .values({ workspace, ticket, policy, target, cycle, [part]: text })
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'ticket', 'policy', 'target', 'cycle']).doUpdateSet({ [part]: text }),
      )
      .execute();
  }
}

/** How people judged the breaches of a workspace, where that moves figures, by `cycleKey`. */
export async function listJudgements(records: Records, workspace: string): Promise<Map<string, Judgement>> {
  const rows = await records
    .selectFrom('breachReviews')
    .select(['ticket', 'policy', 'target', 'cycle', 'excuse', 'responsible'])
    .where('workspace', '=', workspace)
    .where((where) => where.or([where('excuse', 'is not', null), where('responsible', 'is not', null)]))
    .execute();
  return new Map(
    rows.map(({ ticket, policy, target, cycle, excuse, responsible }) => [
      cycleKey({ ticket, policy, target, cycle }),
      {
        excused: excuse !== null,
        responsible: responsible === null ? null : { agent: responsible.agent, team: responsible.team },
      },
    ]),
  );
}
