import { randomUUID } from 'node:crypto';
import type { TokenScope } from '#domain/access/permission.ts';
import { VigieError } from '#domain/error.ts';
import { addToken, listTokens, removeToken, type Token } from '#records/tokens.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canMakeToken } from '../permissions.ts';
import { hashSecret, makeSecret } from '../secret-text.ts';

export interface NewToken {
  readonly name: string;
  readonly scope: TokenScope;
  /** Null: it never expires. */
  readonly expiresInDays: number | null;
}

/** Makes a token. Its text is given here and nowhere else: only its hash is kept. Throws `token.too-powerful`. */
export async function createToken(app: App, given: NewToken, by: By) {
  const { name, scope, expiresInDays } = given;
  if (!canMakeToken(by.actor, scope)) throw new VigieError('token.too-powerful');
  const token = makeSecret('vigie_');
  const made = await addToken(app.records, {
    workspace: app.workspace,
    id: randomUUID(),
    hash: hashSecret(token),
    hint: token.slice(-4),
    name,
    scope,
    createdBy: 'name' in by.actor ? by.actor.name : null,
    expiresAt: expiresInDays === null ? null : new Date(app.now() + expiresInDays * 86_400_000),
    lastUsedAt: null,
  });
  const details = { name, scope, expiresAt: made.expiresAt?.toISOString() ?? null };
  await recordAudit(app.records, app.workspace, by, { action: 'token.created', subject: made.id, details });
  return { token, details: viewOf(made) };
}

export async function listTokenViews(app: App) {
  return (await listTokens(app.records, app.workspace)).map(viewOf);
}

/** Throws `token.unknown`. */
export async function revokeToken(app: App, id: string, by: By): Promise<void> {
  const removed = await removeToken(app.records, app.workspace, id);
  if (removed === null) throw new VigieError('token.unknown', { id: id.slice(0, 100) });
  const details = { name: removed.name, scope: removed.scope };
  await recordAudit(app.records, app.workspace, by, { action: 'token.revoked', subject: id, details });
}

function viewOf({ id, name, scope, hint, createdBy, createdAt, expiresAt, lastUsedAt }: Token) {
  return {
    ...{ id, name, scope, hint, createdBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
