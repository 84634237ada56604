import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { compileMapping, type HookMapping } from '#connectors/hooks/mapping.ts';
import type { HookView, hookSettings } from '#contract/schemas/data-in/hook.ts';
import { VigieError } from '#domain/error.ts';
import { addHook, findHook, type Hook, listHooks, removeHook, rotateSecret, updateHook } from '#records/hooks/hooks.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import type { Keys } from '../keys.ts';
import { openSealed, seal } from '../seal.ts';
import { forgetLastBody } from './last-bodies.ts';

type Settings = z.output<typeof hookSettings>;

const purpose = 'hooks';
/** How long a secret holds beside the one that follows it. */
const oldSecretMs = 86_400_000;
const placeOf = ({ workspace, id }: Pick<Hook, 'workspace' | 'id'>) => JSON.stringify([workspace, id]);

export async function listHookViews(app: App): Promise<HookView[]> {
  return (await listHooks(app.records, app.workspace)).map(viewOf);
}

/** Makes a webhook; its secret is told this once. Throws `hook.bad-path` and `hook.bad-target`. */
export async function createHook(
  app: App,
  given: Settings,
  by: By,
): Promise<{ readonly hook: HookView; readonly secret: string }> {
  compileMapping(given.mapping);
  const id = randomBytes(18).toString('base64url');
  const secret = makeHookSecret();
  const made = await addHook(app.records, {
    ...given,
    ...{ workspace: app.workspace, id, mapping: JSON.stringify(given.mapping) },
    sealed: seal(app.keys, purpose, placeOf({ workspace: app.workspace, id }), secret),
    createdBy: 'name' in by.actor ? by.actor.name : null,
  });
  await tell(app, made, { action: 'hook.created' }, by);
  return { hook: viewOf(made), secret };
}

/** Throws `hook.unknown`, `hook.changed` where it is not at `version` any more, `hook.bad-path` and `hook.bad-target`. */
export async function changeHook(
  app: App,
  { id, version }: { readonly id: string; readonly version: number },
  given: Settings,
  by: By,
): Promise<HookView> {
  compileMapping(given.mapping);
  const changes = { ...given, mapping: JSON.stringify(given.mapping) };
  const changed = await updateHook(app.records, { workspace: app.workspace, id, version }, changes);
  if (changed === null) throw new VigieError('hook.changed', { version: (await getHook(app, id)).version });
  await tell(app, changed, { action: 'hook.changed' }, by);
  return viewOf(changed);
}

/** Throws `hook.unknown`. */
export async function dropHook(app: App, id: string, by: By): Promise<void> {
  const removed = await removeHook(app.records, app.workspace, id);
  if (removed === null) throw unknownHook(id);
  forgetLastBody(id);
  await tell(app, removed, { action: 'hook.removed' }, by);
}

/** Throws `hook.unknown`. */
export async function getHook(app: App, id: string): Promise<Hook> {
  const found = await findHook(app.records, app.workspace, id);
  if (found === null) throw unknownHook(id);
  return found;
}

/**
 * Makes a new secret, told this once; the one before holds beside it for a day, and one before that no more. Throws
 * `hook.unknown` and `hook.rotated`.
 */
export async function rotateHook(
  app: App,
  id: string,
  by: By,
): Promise<{ readonly hook: HookView; readonly secret: string }> {
  const hook = await getHook(app, id);
  const secret = makeHookSecret();
  const sealed = seal(app.keys, purpose, placeOf(hook), secret);
  const rotated = await rotateSecret(app.records, hook, { sealed, oldUntil: new Date(app.now() + oldSecretMs) });
  if (rotated === null) throw new VigieError('hook.rotated', { id });
  await tell(app, rotated, { action: 'hook.rotated' }, by);
  return { hook: viewOf(rotated), secret };
}

/** The secrets that hold at an instant, the newest first. Throws `hook.not-sealed-here`. */
export function openSecrets(keys: Keys, hook: Hook, now: number): readonly [string, ...string[]] {
  const secret = openSealed(keys, purpose, placeOf(hook), hook.sealed);
  if (secret === null) throw new VigieError('hook.not-sealed-here', { id: hook.id });
  if (hook.oldSealed === null || (hook.oldUntil?.getTime() ?? 0) <= now) return [secret];
  const old = openSealed(keys, purpose, placeOf(hook), hook.oldSealed);
  return old === null ? [secret] : [secret, old];
}

const makeHookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

export function unknownHook(id: string): VigieError {
  return new VigieError('hook.unknown', { id: id.slice(0, 100) });
}

async function tell(app: App, { id, name, source }: Hook, deed: { action: string }, by: By): Promise<void> {
  await recordAudit(app.records, app.workspace, by, { ...deed, subject: id, details: { name, source } });
}

function viewOf(hook: Hook): HookView {
  const { id, name, source, scheme, header, timeHeader, mapping, createdBy, createdAt, version, oldUntil } = hook;
  return {
    ...{ id, name, source, scheme, header, timeHeader, createdBy, version },
    mapping: mapping as HookMapping as HookView['mapping'],
    path: `/api/v1/hooks/${id}`,
    createdAt: createdAt.toISOString(),
    oldSecretUntil: oldUntil?.toISOString() ?? null,
  };
}
