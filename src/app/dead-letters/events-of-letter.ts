import { describeError, type Language, VigieError } from '#domain/error.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { findHook, type Hook } from '#records/hooks/hooks.ts';
import type { App } from '../app.ts';
import { mapHookBody } from '../hooks/read-hook-body.ts';
import { readRaw, sayProblem } from './read-raw.ts';

interface Defect {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** What a rejected thing comes to: good events, or all that is wrong with it. */
export type Reading = { readonly events: readonly unknown[] } | { readonly defects: readonly Defect[] };

/** The webhooks whose bodies are among some rejected things, by id; one that was removed is not there. */
export async function hooksOf(
  app: App,
  letters: readonly { readonly hook: string | null }[],
): Promise<ReadonlyMap<string, Hook>> {
  const ids = new Set(letters.flatMap(({ hook }) => hook ?? []));
  const found = await Promise.all([...ids].map((id) => findHook(app.records, app.workspace, id)));
  return new Map(found.flatMap((hook) => (hook === null ? [] : [[hook.id, hook] as const])));
}

/** Reads an event, or, with its webhook, a body that the mapping of now finds events in. */
export function readAgain(sent: unknown, hook: Hook | undefined, language: Language): Reading {
  let events: readonly unknown[];
  try {
    events = hook === undefined ? [sent] : mapHookBody(hook, sent);
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const { code, params, path = '$' } = error;
    return { defects: [{ code, path, message: describeError(code, params, language) }] };
  }
  const defects = events.flatMap((event) => {
    const parsed = parseEvent(event);
    return 'problems' in parsed ? parsed.problems.map((problem) => sayProblem(problem, language)) : [];
  });
  return defects.length > 0 ? { defects: defects.slice(0, 20) } : { events };
}

/** The same of what was kept; what was cut because it was too long, or is no JSON, has no events. */
export function readKept(raw: string, hook: Hook | undefined): readonly unknown[] {
  const sent = readRaw(raw);
  if (sent === undefined) return [];
  const reading = readAgain(sent, hook, 'en');
  return 'events' in reading ? reading.events : [];
}
