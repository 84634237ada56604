import { randomUUID } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import { formatCivilDate, localDays } from '#domain/report/period.ts';
import { parseCivilDate } from '#domain/time/civil.ts';
import {
  addNote,
  findNote,
  listDueNotes,
  listNotesOf,
  type NoteRecord,
  removeNote,
  updateNote,
} from '#records/coaching/coaching-notes.ts';
import type { NoteVisibility } from '#records/coaching/coaching-tables.ts';
import { listUserNames } from '#records/users.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canChangeNote, canReadNote } from '../permissions.ts';
import { labelPeople } from '../tickets/label-people.ts';
import { agentViewFor, seenAgents } from './see-agent.ts';

export interface NewNote {
  readonly text: string;
  readonly visibility: NoteVisibility;
  /** A local date. */
  readonly followUpOn: string | null;
}

export type NoteChange = { readonly [K in keyof NewNote]?: NewNote[K] | undefined } & {
  readonly done?: boolean | undefined;
};

/** The notes on an agent that somebody reads, newest first. Throws `agent.unknown`. */
export async function listNotes(accounts: Accounts, app: App, actor: Actor, agent: string) {
  await agentViewFor(app, actor, agent);
  const notes = await listNotesOf(app.records, app.workspace, agent);
  return viewsOf(
    accounts,
    app,
    actor,
    notes.filter((note) => canReadNote(actor, note)),
  );
}

/** Follow-ups not done that are due today or earlier, the longest due first, of the agents that somebody coaches. */
export async function listFollowUps(accounts: Accounts, app: App, actor: Actor) {
  const [seen, { timeZone }] = await Promise.all([seenAgents(app, actor), getWorkspace(app.records, app.workspace)]);
  const today = formatCivilDate(localDays(timeZone, app.now()));
  const due = await listDueNotes(app.records, app.workspace, today);
  const theirs = due.filter((note) => (seen === null || seen.has(note.agent)) && canReadNote(actor, note));
  return viewsOf(accounts, app, actor, theirs);
}

/** Throws `agent.unknown` and `note.bad-follow-up`. */
export async function writeNote(accounts: Accounts, app: App, agent: string, given: NewNote, by: By) {
  await agentViewFor(app, by.actor, agent);
  checkDate(given.followUpOn);
  const author = by.actor.kind === 'member' ? by.actor.id : null;
  const { text, visibility, followUpOn } = given;
  const id = randomUUID();
  const note = await addNote(app.records, {
    ...{ workspace: app.workspace, id, agent, author, text, visibility, followUpOn },
  });
  await record(app, by, 'coaching.noted', note);
  return viewOf(accounts, app, by.actor, note);
}

/** Throws `agent.unknown`, `note.unknown`, `note.read-only` and `note.bad-follow-up`. */
export async function changeNote(
  accounts: Accounts,
  app: App,
  of: { readonly agent: string; readonly id: string },
  change: NoteChange,
  by: By,
) {
  const before = await getNote(app, by.actor, of);
  const { done, text, visibility, followUpOn } = change;
  const rewrites = text !== undefined || visibility !== undefined || followUpOn !== undefined;
  if (rewrites && !canChangeNote(by.actor, before)) throw new VigieError('note.read-only');
  if (followUpOn !== undefined) checkDate(followUpOn);
  const doneAt = done === undefined ? before.doneAt : done ? (before.doneAt ?? new Date(app.now())) : null;
  const note = await updateNote(app.records, app.workspace, of.id, {
    text: text ?? before.text,
    visibility: visibility ?? before.visibility,
    followUpOn: followUpOn === undefined ? before.followUpOn : followUpOn,
    doneAt,
    updatedAt: new Date(app.now()),
  });
  if (note === null) throw unknownNote(of.id);
  await record(app, by, 'coaching.changed', note);
  return viewOf(accounts, app, by.actor, note);
}

/** Throws `agent.unknown`, `note.unknown` and `note.read-only`. */
export async function dropNote(app: App, of: { readonly agent: string; readonly id: string }, by: By): Promise<void> {
  const note = await getNote(app, by.actor, of);
  if (!canChangeNote(by.actor, note)) throw new VigieError('note.read-only');
  await removeNote(app.records, app.workspace, note.id);
  await record(app, by, 'coaching.removed', note);
}

async function getNote(app: App, actor: Actor, { agent, id }: { readonly agent: string; readonly id: string }) {
  await agentViewFor(app, actor, agent);
  const note = await findNote(app.records, app.workspace, id);
  if (note === null || note.agent !== agent || !canReadNote(actor, note)) throw unknownNote(id);
  return note;
}

const unknownNote = (id: string) => new VigieError('note.unknown', { id: id.slice(0, 100) });

function checkDate(date: string | null): void {
  if (date === null || parseCivilDate(date) !== null) return;
  throw new VigieError('note.bad-follow-up', { value: date.slice(0, 40) }, { path: '$.followUpOn' });
}

/** The log says that there is a note and who reads it, never what it says. */
async function record(app: App, by: By, action: string, { agent, visibility, followUpOn, doneAt }: NoteRecord) {
  const details = { visibility, followUpOn, done: doneAt !== null };
  await recordAudit(app.records, app.workspace, by, { action, subject: agent, details });
}

async function viewsOf({ everywhere }: Accounts, app: App, actor: Actor, notes: readonly NoteRecord[]) {
  const authors = [...new Set(notes.flatMap(({ author }) => author ?? []))];
  const [names, labels] = await Promise.all([
    listUserNames(everywhere, authors),
    labelPeople(app, { agent: notes.map(({ agent }) => agent) }),
  ]);
  return notes.map((note) => ({
    id: note.id,
    agent: { id: note.agent, name: labels.agent?.[note.agent] ?? null },
    author: note.author === null ? null : { id: note.author, name: names.get(note.author) ?? '' },
    ...{ text: note.text, visibility: note.visibility, followUpOn: note.followUpOn },
    doneAt: note.doneAt?.toISOString() ?? null,
    mayChange: canChangeNote(actor, note),
    createdAt: note.createdAt.toISOString(),
    updatedAt: note.updatedAt.toISOString(),
  }));
}

async function viewOf(accounts: Accounts, app: App, actor: Actor, note: NoteRecord) {
  const [view] = await viewsOf(accounts, app, actor, [note]);
  return view as NonNullable<typeof view>;
}
