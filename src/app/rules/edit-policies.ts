import { VigieError } from '#domain/error.ts';
import { compileRules } from '#domain/sla/compile-rules.ts';
import { compareVersions } from '#domain/sla/editing/compare-versions.ts';
import { findPolicyProblems } from '#domain/sla/editing/find-problems.ts';
import { parsePolicy } from '#domain/sla/parse-policy.ts';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import {
  addPolicyVersion,
  changeRules,
  listPolicyIds,
  listPolicyVersions,
  orderPolicies,
  removePolicy,
} from '#records/policies/policies.ts';
import { listRules, saveRules } from '#records/rules.ts';
import { listChannels } from '#records/watch/channels.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { getPolicyDetail, getVersion, getVersions, orderTag, type PolicyDetail } from './policy-views.ts';

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Words that stand in addresses where an id may stand. */
const reserved: readonly string[] = ['dry-run', 'new'];

/** Which policy is changed: at which version; null: a new one. */
export interface PolicyTarget {
  readonly id: string;
  readonly version: number | null;
}

/** A policy as somebody wrote it, and the calendars that it needs and that may not be there yet. */
export interface GivenPolicy {
  readonly policy: unknown;
  readonly calendars?: readonly unknown[] | undefined;
}

/**
 * Writes the next version of a policy. One that says nothing new changes nothing. Throws what `parsePolicy` and `compileRules`
 * throw, the first of `findPolicyProblems`, `policy.changed`, `policy.version-missing`, `policy.unknown` and
 * `policy.reserved-id`; then nothing was written.
 */
export async function savePolicy(app: App, of: PolicyTarget, given: GivenPolicy, by: By): Promise<PolicyDetail> {
  const policy = parsePolicy({ ...(given.policy as object), id: of.id });
  const calendars = await missingCalendars(app, given.calendars ?? []);
  const known = await listPolicyVersions(app.records, app.workspace, of.id);
  const newest = known.at(-1)?.policy;
  if (newest === undefined) checkNewId(of.id);
  await checkPolicy(app, policy, calendars);
  const changes = newest === undefined ? null : compareVersions(newest, policy);
  if (changes?.length === 0) {
    checkVersion(of, newest?.version ?? null);
    return getPolicyDetail(app, of.id);
  }
  if (calendars.length > 0) await saveRules(app.records, app.workspace, { calendars, policies: [] });
  await writeVersion(app, of, policy);
  const parts = changes === null ? [] : [...new Set(changes.map(({ part }) => part))];
  const deed = changes === null ? 'policy.created' : 'policy.changed';
  return finish(app, of.id, by, { action: deed, details: { parts } });
}

/** Ends a policy for tickets created from an instant on, and for open ones too where asked. Throws as `savePolicy`. */
export async function retirePolicy(
  app: App,
  of: PolicyTarget,
  when: { readonly from?: string | undefined; readonly openTicketsToo?: boolean | undefined },
  by: By,
): Promise<PolicyDetail> {
  const { policy } = (await getVersions(app, of.id)).at(-1) as { policy: Policy };
  await writeVersion(app, of, parsePolicy({ ...beginning(app, policy, when), retired: true }));
  return finish(app, of.id, by, { action: 'policy.retired', details: {} });
}

/** Makes an older version the next one. Throws `policy.unknown-version`, and as `savePolicy`. */
export async function restorePolicy(
  app: App,
  of: PolicyTarget,
  from: { readonly version: number; readonly from?: string | undefined; readonly openTicketsToo?: boolean | undefined },
  by: By,
): Promise<PolicyDetail> {
  const older = await getVersion(app, of.id, from.version);
  const policy = parsePolicy(beginning(app, older, from));
  await checkPolicy(app, policy, []);
  await writeVersion(app, of, policy);
  return finish(app, of.id, by, { action: 'policy.restored', details: { from: from.version } });
}

/** Removes a policy that no ticket was created under. Throws `policy.in-force`, `policy.unknown` and `policy.changed`. */
export async function dropPolicy(app: App, of: PolicyTarget, by: By): Promise<void> {
  const versions = await getVersions(app, of.id);
  const { name } = (versions.at(-1) as { policy: Policy }).policy;
  const begun = versions.some(({ policy }) => Date.parse(policy.effectiveFrom) <= app.now());
  if (begun) throw new VigieError('policy.in-force', { policy: name });
  await changeRules(app.records, app.workspace, async (trx) => {
    const [newest] = (await listPolicyVersions(trx, app.workspace, of.id)).slice(-1);
    checkVersion(of, newest?.version ?? null);
    await removePolicy(trx, app.workspace, of.id);
  });
  await recordAudit(app.records, app.workspace, by, { action: 'policy.removed', subject: of.id, details: { name } });
  app.folds.request();
}

/**
 * Puts all policies in an order in the place of the one that `version` stands for. Throws `policy.order-changed` where it is
 * another meanwhile, `policy.order-incomplete`, and `policy.overlap` where one could then never apply.
 */
export async function setPolicyOrder(app: App, ids: readonly string[], version: number, by: By): Promise<void> {
  await changeRules(app.records, app.workspace, async (trx) => {
    const known = await listPolicyIds(trx, app.workspace);
    if (orderTag(known) !== version) throw new VigieError('policy.order-changed');
    const missing = known.filter((id) => !ids.includes(id));
    if (missing.length > 0 || ids.length !== known.length || new Set(ids).size !== ids.length) {
      throw new VigieError('policy.order-incomplete', { ids: known.join(', ') }, { path: '$.ids' });
    }
    await orderPolicies(trx, app.workspace, ids);
    compileRules(await listRules(trx, app.workspace));
  });
  await recordAudit(app.records, app.workspace, by, { action: 'policy.ordered', details: { policies: ids } });
  app.folds.request();
}

/** Throws the first of what a policy cannot be honoured for in this workspace. */
export async function checkPolicy(app: App, policy: Policy, added: readonly Calendar[]): Promise<void> {
  const { calendars } = await listRules(app.records, app.workspace);
  const channels = await listChannels(app.records, app.workspace);
  const [problem] = findPolicyProblems(policy, {
    calendars: [...calendars, ...added].map(({ id }) => id),
    channels,
  });
  if (problem !== undefined) throw new VigieError(problem.code, problem.params, { path: problem.path });
}

/** Those given whose ids are not there yet. */
export async function missingCalendars(app: App, given: readonly unknown[]): Promise<readonly Calendar[]> {
  const { calendars } = await listRules(app.records, app.workspace);
  return given
    .map((input) => parseCalendar(input).calendar)
    .filter(({ id }) => !calendars.some((calendar) => calendar.id === id));
}

/** What is written is judged together with all other rules, as it then stands. */
async function writeVersion(app: App, of: PolicyTarget, policy: Policy): Promise<void> {
  await changeRules(app.records, app.workspace, async (trx) => {
    const [newest] = (await listPolicyVersions(trx, app.workspace, of.id)).slice(-1);
    checkVersion(of, newest?.version ?? null);
    await addPolicyVersion(trx, app.workspace, policy);
    compileRules(await listRules(trx, app.workspace));
  });
}

function checkVersion({ id, version }: PolicyTarget, newest: number | null): void {
  if (newest === null && version !== null) throw new VigieError('policy.unknown', { id: id.slice(0, 100) });
  if (newest !== null && version === null) throw new VigieError('policy.version-missing', { id: id.slice(0, 100) });
  if (newest !== null && version !== newest) throw new VigieError('policy.changed', { version: newest });
}

function checkNewId(id: string): void {
  if (!idForm.test(id) || reserved.includes(id)) {
    throw new VigieError('policy.reserved-id', { id: id.slice(0, 100) }, { path: '$.id' });
  }
}

function beginning(
  app: App,
  { openTicketsToo: _, retired: __, ...policy }: Policy,
  { from, openTicketsToo }: { readonly from?: string | undefined; readonly openTicketsToo?: boolean | undefined },
) {
  const effectiveFrom = from ?? new Date(app.now()).toISOString();
  return { ...policy, effectiveFrom, ...(openTicketsToo === true && { openTicketsToo }) };
}

async function finish(
  app: App,
  id: string,
  by: By,
  { action, details }: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<PolicyDetail> {
  const detail = await getPolicyDetail(app, id);
  const { version, policy } = detail;
  const deed = { action, subject: id, details: { name: policy.name, version, ...details } };
  await recordAudit(app.records, app.workspace, by, deed);
  app.folds.request();
  return detail;
}
