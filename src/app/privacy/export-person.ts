import { type JournalKey, listKeysHolding, readPersonRows, tablesOfPerson } from '#analytics/privacy/person-rows.ts';
import { VigieError } from '#domain/error.ts';
import { namesOf } from '#domain/privacy/names-of.ts';
import { type Person, speaksOf } from '#domain/privacy/person.ts';
import type { Event } from '#domain/ticket/event.ts';
import { formatInstant } from '#domain/time/instant.ts';
import { listNotesOf } from '#records/coaching/coaching-notes.ts';
import { listRecognitionsOf } from '#records/coaching/recognitions.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { readEventsOf } from '../tickets/read-ticket-events.ts';
import { isInRejected, listLettersOf } from './erase-records.ts';
import { listSaidOf } from './erase-talk.ts';
import { pseudonymOf } from './pseudonyms.ts';

/** Keys whose events are held in memory at once. */
const KEYS_AT_ONCE = 200;

/**
 * Everything held of a person, as one JSON document in pieces of bounded size: `events` (of a customer all of their
 * tickets, of an agent those that name them), the rows of each fact table that are theirs, `names`, `rejected` and `comments`,
 * and of an agent the `notes` and `recognitions`. The audit log says that it was given out. Throws
 * `privacy.unknown-person` before the first piece.
 */
export async function exportPerson(app: App, person: Person, by: By): Promise<AsyncGenerator<string>> {
  const keys = await listKeysHolding(app.analytics, app.workspace, person.id);
  const events = readEvents(app, person, keys);
  const first = await events.next();
  if (first.done && !(await isInRejected(app.records, app.workspace, { id: person.id, names: [] }))) {
    throw new VigieError('privacy.unknown-person', { kind: person.kind, id: person.id.slice(0, 200) });
  }
  // Of a customer the pseudonym, since nobody in the workspace can change the audit log once the customer is erased.
  const subject = person.kind === 'customer' ? pseudonymOf(app, person) : person.id;
  await recordAudit(app.records, app.workspace, by, {
    action: 'person.exported',
    subject,
    details: { kind: person.kind },
  });
  return writeDocument(app, person, first.done ? [] : first.value, events);
}

async function* writeDocument(
  app: App,
  person: Person,
  first: readonly Event[],
  rest: AsyncGenerator<Event[]>,
): AsyncGenerator<string> {
  const names = new Set<string>();
  const list = new JsonList();
  yield `{"person":${JSON.stringify(person)},"workspace":${JSON.stringify(app.workspace)}`;
  yield `,"exportedAt":${JSON.stringify(formatInstant(app.now()))}`;
  yield list.begin('events');
  for (const name of namesOf(first, person)) names.add(name);
  yield list.add(first.map(cloudEventOf));
  for await (const events of rest) {
    for (const name of namesOf(events, person)) names.add(name);
    yield list.add(events.map(cloudEventOf));
  }
  for (const table of tablesOfPerson(person)) {
    yield list.begin(table);
    for await (const rows of readPersonRows(app.analytics, app.workspace, table, person)) yield list.add(rows);
  }
  yield list.begin('names');
  yield list.add([...names]);
  yield list.begin('rejected');
  for await (const letter of listLettersOf(app.records, app.workspace, [{ id: person.id, names: [...names] }])) {
    const { line, path, code, reason, raw, createdAt } = letter;
    yield list.add([{ line, path, code, reason, raw, at: createdAt }]);
  }
  yield list.begin('comments');
  for (const comment of await listSaidOf(app.records, app.workspace, person, [...names])) {
    const { subjectKind, subject, body, createdAt } = comment;
    yield list.add([{ on: { kind: subjectKind, id: subject }, body, at: createdAt }]);
  }
  if (person.kind === 'agent') yield* writeCoaching(app, person.id, list);
  yield `${list.end()}}\n`;
}

/** What was written of an agent is theirs to know, whoever else reads it; its author is not named. */
async function* writeCoaching({ records, workspace }: App, agent: string, list: JsonList): AsyncGenerator<string> {
  yield list.begin('notes');
  const notes = await listNotesOf(records, workspace, agent);
  yield list.add(notes.map(({ workspace: _, agent: __, author: ___, ...note }) => note));
  yield list.begin('recognitions');
  const recognitions = await listRecognitionsOf(records, workspace, agent);
  yield list.add(recognitions.map(({ workspace: _, agent: __, awardedBy: ___, ...recognition }) => recognition));
}

/** The events of the keys that are of the person, those of one ticket together. */
async function* readEvents(app: App, person: Person, keys: readonly JournalKey[]): AsyncGenerator<Event[]> {
  for (const grain of ['ticket', 'other'] as const) {
    const ofGrain = keys.filter((key) => key.grain === grain).map(({ key }) => key);
    for (let from = 0; from < ofGrain.length; from += KEYS_AT_ONCE) {
      const held = await readEventsOf(app, grain, ofGrain.slice(from, from + KEYS_AT_ONCE));
      const theirs = [...held.values()].flatMap((events) => eventsOf(events, person, grain));
      if (theirs.length > 0) yield theirs;
    }
  }
}

/** A customer's ticket is theirs as a whole; of an agent's, only what names the agent is. */
function eventsOf(events: readonly Event[], person: Person, grain: JournalKey['grain']): readonly Event[] {
  const speaking = events.filter((event) => speaksOf(event, person));
  return speaking.length > 0 && person.kind === 'customer' && grain === 'ticket' ? events : speaking;
}

/** An event as it was sent. */
function cloudEventOf({ id, source, type, at, key, data }: Event): object {
  const subject = type.startsWith('ticket.') || type.startsWith('survey.') ? { subject: key } : {};
  return { specversion: '1.0', id, source, type, ...subject, time: formatInstant(at), data };
}

/** Writes lists as members of an object, one after another. */
class JsonList {
  #items = 0;
  #open = false;

  begin(name: string): string {
    const closed = this.end();
    this.#open = true;
    this.#items = 0;
    return `${closed},${JSON.stringify(name)}:[`;
  }

  add(items: readonly unknown[]): string {
    const text = items.map((item, at) => `${at + this.#items > 0 ? ',' : ''}${JSON.stringify(item)}`).join('');
    this.#items += items.length;
    return text;
  }

  end(): string {
    const text = this.#open ? ']' : '';
    this.#open = false;
    return text;
  }
}
