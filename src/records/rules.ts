import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import type { Records } from './client.ts';
import { bumpRulesVersion } from './workspaces.ts';

/**
 * Calendars and policies of a workspace, policies in order of precedence. Of versions that take effect at the same instant
 * only the newest counts: the others were corrected by it.
 */
export interface Rules {
  readonly calendars: readonly Calendar[];
  readonly policies: readonly Policy[];
}

export async function listRules(records: Records, workspace: string): Promise<Rules> {
  const calendars = await records
    .selectFrom('calendars')
    .select('body')
    .where('workspace', '=', workspace)
    .orderBy('id')
    .orderBy('version')
    .execute();
  const policies = await records
    .selectFrom('policies')
    .select(['body', 'version'])
    .where('workspace', '=', workspace)
    .orderBy('position')
    .orderBy('version')
    .execute();
  return {
    calendars: newestPerInstant(calendars.map((row) => row.body as Calendar)),
    policies: newestPerInstant(policies.map((row) => ({ ...(row.body as Policy), version: row.version }))),
  };
}

function newestPerInstant<T extends { readonly id: string; readonly effectiveFrom?: string }>(
  versions: readonly T[],
): T[] {
  const newest = new Map(versions.map((version) => [`${version.id} ${version.effectiveFrom ?? ''}`, version]));
  return versions.filter((version) => newest.get(`${version.id} ${version.effectiveFrom ?? ''}`) === version);
}

/**
 * Keeps calendars and policies: a body equal to the newest version changes nothing, another becomes the next version.
 * New policies come after those that are there.
 */
export async function saveRules(records: Records, workspace: string, rules: Rules): Promise<{ changed: boolean }> {
  return records.transaction().execute(async (trx) => {
    let changed = false;
    for (const calendar of rules.calendars) {
      const newest = await newestVersion(trx, 'calendars', workspace, calendar.id);
      if (sameJson(newest?.body, calendar)) continue;
      const version = (newest?.version ?? 0) + 1;
      await trx
        .insertInto('calendars')
        .values({ workspace, id: calendar.id, version, body: JSON.stringify(calendar) })
        .execute();
      changed = true;
    }
    for (const policy of rules.policies) {
      const newest = await newestVersion(trx, 'policies', workspace, policy.id);
      if (sameJson(newest?.body, policy)) continue;
      const position =
        newest && 'position' in newest ? (newest.position as number) : await nextPosition(trx, workspace);
      const version = (newest?.version ?? 0) + 1;
      await trx
        .insertInto('policies')
        .values({ workspace, id: policy.id, version, position, body: JSON.stringify(policy) })
        .execute();
      changed = true;
    }
    if (changed) await bumpRulesVersion(trx, workspace);
    return { changed };
  });
}

async function newestVersion(records: Records, table: 'calendars' | 'policies', workspace: string, id: string) {
  return records
    .selectFrom(table)
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function nextPosition(records: Records, workspace: string): Promise<number> {
  const last = await records
    .selectFrom('policies')
    .select((select) => select.fn.max('position').as('position'))
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return Number(last?.position ?? 0) + 1;
}

/** Equal as JSON values: PostgreSQL's jsonb does not keep the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = b as Record<string, unknown>;
  const size = Object.values(right).filter((value) => value !== undefined).length;
  return left.length === size && left.every(([key, value]) => sameJson(value, right[key]));
}
