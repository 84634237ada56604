import { createHash } from 'node:crypto';
import { compileMapping, type HookMapping, mapBody } from '#connectors/hooks/mapping.ts';
import { VigieError } from '#domain/error.ts';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';
import type { Hook } from '#records/hooks/hooks.ts';

/** The events in the text that was posted to a webhook. Throws `request.too-deep`, `import.bad-json`, and what the mapping throws. */
export function readHookBody(hook: Hook, text: string): Record<string, unknown>[] {
  if (isTextDeeper(text, deepestJson)) throw new VigieError('request.too-deep', { limit: deepestJson }, { path: '$' });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VigieError('import.bad-json', { reason, at: 1 }, { cause });
  }
  return mapHookBody(hook, body);
}

/** The events that the mapping of a webhook, as it is now, finds in a body. */
export function mapHookBody({ mapping, source }: Hook, body: unknown): Record<string, unknown>[] {
  return mapBody(compileMapping(mapping as HookMapping), body, { source, makeId: makeEventId });
}

/** An event without an id is known by what it says: the same again is the same event. */
export function makeEventId(event: object): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 32);
}
