import { readJson } from '../../sources/dead-letters/json-text.ts';
import type { HookView } from './queries.ts';

/** A field of the mapping as it is typed. */
export interface DraftField {
  readonly to: string;
  /** A JSONPath, or, without a `$` first, the same word for all. */
  readonly from: string;
  /** `1=urgent, 2=high` */
  readonly words: string;
}

export interface HookDraft {
  readonly name: string;
  readonly source: string;
  readonly scheme: 'standard' | 'hmac';
  readonly header: string;
  readonly timeHeader: string;
  readonly each: string;
  readonly fields: readonly DraftField[];
}

/** What a ticket system tells at least. */
export const emptyHook: HookDraft = {
  ...{ name: '', source: '', scheme: 'standard', header: 'x-signature-256', timeHeader: '', each: '' },
  fields: [
    { to: 'id', from: '$.id', words: '' },
    { to: 'type', from: 'ticket.created', words: '' },
    { to: 'time', from: '$.time', words: '' },
    { to: 'subject', from: '$.ticket.id', words: '' },
    { to: 'data.channel', from: '$.ticket.channel', words: '' },
  ],
};

export const exampleBody = JSON.stringify(
  { id: 'e-1', time: '2026-11-02T09:14:05Z', ticket: { id: 1042, channel: 'email' } },
  null,
  2,
);

export function draftOfHook({ name, source, scheme, header, timeHeader, mapping }: HookView): HookDraft {
  const fields = mapping.fields.map(({ to, path, constant, words }) => {
    const pairs = Object.entries(words ?? {}).map(([theirs, ours]) => `${theirs}=${ours}`);
    return { to, from: path ?? constant ?? '', words: pairs.join(', ') };
  });
  return { name, source, scheme, header, timeHeader: timeHeader ?? '', each: mapping.each, fields };
}

export function mappingOf({ each, fields }: HookDraft) {
  return {
    each,
    fields: fields.map(({ to, from, words }) => ({
      to: to.trim(),
      ...(from.trim().startsWith('$') ? { path: from.trim() } : { constant: from.trim() }),
      ...(words.trim() !== '' && { words: readWords(words) }),
    })),
  };
}

/** `1=urgent, 2=high`; what is no pair is left out. */
export function readWords(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((part): [string, string][] => {
    const [theirs = '', ...ours] = part.split('=');
    return theirs.trim() === '' || ours.length === 0 ? [] : [[theirs.trim(), ours.join('=').trim()]];
  });
  return Object.fromEntries(pairs);
}

export function settingsOf(draft: HookDraft) {
  const { name, source, scheme, header, timeHeader } = draft;
  const timed = timeHeader.trim() === '' ? null : timeHeader.trim();
  return { name, source, scheme, header: header.trim(), timeHeader: timed, mapping: mappingOf(draft) };
}

/** The body that a mapping is tried on; undefined while it is no JSON. */
export function bodyOf(text: string): unknown {
  const read = readJson(text);
  return 'value' in read ? read.value : undefined;
}
