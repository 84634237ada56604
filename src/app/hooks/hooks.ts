import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { compileMapping, type HookMapping } from '#connectors/hooks/mapping.ts';
import type { HookView, hookSettings } from '#contract/schemas/data-in/hook.ts';
import { VigieError } from '#domain/error.ts';
import { addHook, findHook, type Hook, listHooks, removeHook, updateHook } from '#records/hooks/hooks.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import type { Keys } from '../keys.ts';
import { openSealed, seal } from '../seal.ts';
import { forgetLastBody } from './last-bodies.ts';

type Settings = z.output<typeof hookSettings>;

const purpose = 'hooks';
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
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const made = await addHook(app.records, {
    ...given,
    ...{ workspace: app.workspace, id, mapping: JSON.stringify(given.mapping) },
    sealed: seal(app.keys, purpose, placeOf({ workspace: app.workspace, id }), secret),
    createdBy: 'name' in by.actor ? by.actor.name : null,
  });
  await tell(app, made, { action: 'hook.created' }, by);
  return { hook: viewOf(made), secret };
}

/** Throws `hook.unknown`, `hook.bad-path` and `hook.bad-target`. */
export async function changeHook(app: App, id: string, given: Settings, by: By): Promise<HookView> {
  compileMapping(given.mapping);
  const changes = { ...given, mapping: JSON.stringify(given.mapping) };
  const changed = await updateHook(app.records, { workspace: app.workspace, id }, changes);
  if (changed === null) throw unknownHook(id);
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

/** Throws `hook.not-sealed-here`. */
export function openSecret(keys: Keys, hook: Hook): string {
  const secret = openSealed(keys, purpose, placeOf(hook), hook.sealed);
  if (secret === null) throw new VigieError('hook.not-sealed-here', { id: hook.id });
  return secret;
}

export function unknownHook(id: string): VigieError {
  return new VigieError('hook.unknown', { id: id.slice(0, 100) });
}

async function tell(app: App, { id, name, source }: Hook, deed: { action: string }, by: By): Promise<void> {
  await recordAudit(app.records, app.workspace, by, { ...deed, subject: id, details: { name, source } });
}

function viewOf({ id, name, source, scheme, header, timeHeader, mapping, createdBy, createdAt }: Hook): HookView {
  return {
    ...{ id, name, source, scheme, header, timeHeader, createdBy },
    mapping: mapping as HookMapping as HookView['mapping'],
    path: `/api/v1/hooks/${id}`,
    createdAt: createdAt.toISOString(),
  };
}
