import { crc32 } from 'node:zlib';
import { VigieError } from '#domain/error.ts';
import type { Policy } from '#domain/sla/policy.ts';
import { policiesInForce } from '#domain/sla/what-if/as-if-always.ts';
import { listPolicyVersions, type PolicyVersion } from '#records/policies/policies.ts';
import { listRules } from '#records/rules.ts';
import type { App } from '../app.ts';

/** A policy for people who edit it: its newest version and all of them. */
export interface PolicyDetail {
  /** Counts its versions; the newest. */
  readonly version: number;
  readonly policy: Policy;
  /** The version that tickets created now are measured by; null: none yet, or it has ended. */
  readonly inForce: number | null;
  /** The newest first. */
  readonly versions: readonly { readonly version: number; readonly createdAt: string; readonly policy: Policy }[];
}

/** A number that stands for an order of policies, to tell that it is still the one that was seen. */
export function orderTag(ids: readonly string[]): number {
  return crc32(ids.join('\n')) % 1_000_000_000;
}

/** Every version of every policy in order of precedence; `version` stands for the order. */
export async function listPolicyViews(app: App) {
  const { policies } = await listRules(app.records, app.workspace);
  const inForce = new Map(policiesInForce(policies, app.now()).map(({ id, version = 0 }) => [id, version]));
  return {
    items: policies,
    version: orderTag([...new Set(policies.map(({ id }) => id))]),
    inForce: Object.fromEntries(inForce),
  };
}

/** Throws `policy.unknown`. */
export async function getPolicyDetail(app: App, id: string): Promise<PolicyDetail> {
  const versions = await getVersions(app, id);
  const { policies } = await listRules(app.records, app.workspace);
  const own = policies.filter((policy) => policy.id === id);
  const [current] = policiesInForce(own, app.now());
  const newest = versions.at(-1) as PolicyVersion;
  return {
    version: newest.version,
    policy: newest.policy,
    inForce: current?.version ?? null,
    versions: versions
      .map(({ version, createdAt, policy }) => ({ version, createdAt: createdAt.toISOString(), policy }))
      .reverse(),
  };
}

/** The newest version there is of a policy; null: there is no such policy. */
export async function findNewestVersion(app: App, id: string): Promise<number | null> {
  return (await listPolicyVersions(app.records, app.workspace, id)).at(-1)?.version ?? null;
}

/** The versions of a policy, oldest first. Throws `policy.unknown`. */
export async function getVersions(app: App, id: string): Promise<readonly PolicyVersion[]> {
  const versions = await listPolicyVersions(app.records, app.workspace, id);
  if (versions.length === 0) throw new VigieError('policy.unknown', { id: id.slice(0, 100) });
  return versions;
}

/** Throws `policy.unknown` and `policy.unknown-version`. */
export async function getVersion(app: App, id: string, version: number): Promise<Policy> {
  const versions = await getVersions(app, id);
  const found = versions.find((one) => one.version === version);
  if (found !== undefined) return found.policy;
  const known = versions.map((one) => one.version).join(', ');
  throw new VigieError('policy.unknown-version', { policy: id, version, known });
}
