import type { ColumnType } from 'kysely';
import type { AgentKpi } from '#domain/agents/agent-figures.ts';
import type { RecognitionBasis } from '#domain/agents/recognition.ts';

type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

/** `shared`: the agent reads it too. `managers`: only those who coach the agent. */
export type NoteVisibility = 'shared' | 'managers';

/** What somebody who coaches an agent wrote down. */
export interface CoachingNoteTable {
  workspace: string;
  id: string;
  /** The id of the agent in the data. */
  agent: string;
  /** The user who wrote it; null: no account, or one that is gone. */
  author: string | null;
  text: string;
  visibility: NoteVisibility;
  /** The local date on which to come back to it. */
  followUpOn: string | null;
  doneAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  createdAt: MadeAt;
  updatedAt: MadeAt;
}

/** A recognition of an agent for a month, with the figures it rests on. */
export interface RecognitionTable {
  workspace: string;
  id: string;
  agent: string;
  /** `YYYY-MM`. */
  month: string;
  kpi: AgentKpi;
  text: string;
  basis: ColumnType<RecognitionBasis, string, string>;
  awardedBy: string | null;
  createdAt: MadeAt;
}

/** The tables of coaching. */
export interface CoachingTables {
  coachingNotes: CoachingNoteTable;
  recognitions: RecognitionTable;
}
