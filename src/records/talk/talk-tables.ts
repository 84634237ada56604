import type { ColumnType } from 'kysely';
import type { SubjectKind } from '#domain/discussion/subject.ts';
import type { ErrorParams } from '#domain/error.ts';
import type { NotificationKind } from '#domain/notification/notification-kinds.ts';
import type { NotificationPreferences } from '#domain/notification/notification-preferences.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import type { PushDeliveryTable, PushDeviceTable, PushKeyTable } from './push-tables.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** What somebody wrote; the database computes the columns that refer to what is saved. */
export interface CommentTable {
  workspace: string;
  id: string;
  subjectKind: SubjectKind;
  subject: string;
  /** How the report, or the dashboard, was set when it was written. */
  query: Json<Address>;
  /** The comment that it replies to; null: it begins a thread. */
  parent: string | null;
  /** Null: their account is gone. */
  author: string | null;
  /** Members are mentioned as `<@id>`. */
  body: string;
  /** Counts its changes, from 1. */
  version: ColumnType<number, number | undefined, number>;
  createdAt: Instant;
  editedAt: MaybeInstant;
  /** A comment with replies stays, without its text. */
  removedAt: MaybeInstant;
  resolvedAt: MaybeInstant;
  resolvedBy: ColumnType<string | null, string | null | undefined, string | null>;
}

/** `none`: no mail is wanted, or was read before it left. `failed`: given up. */
export type MailState = 'none' | 'due' | 'sent' | 'failed';

/** One thing told to one member. */
export interface NotificationTable {
  workspace: string;
  id: string;
  userId: string;
  kind: NotificationKind;
  /** An id of the messages, which another release may not know. */
  message: string;
  params: Json<ErrorParams>;
  /** The beginning of what somebody wrote. */
  excerpt: string | null;
  /** A path of the web app. */
  link: string;
  dedupeKey: string;
  inApp: boolean;
  createdAt: Instant;
  readAt: MaybeInstant;
  mailState: MailState;
  /** When its mail leaves, or is tried again. */
  mailAt: MaybeInstant;
  /** Those that go out in one mail. */
  mailBatch: ColumnType<string | null, string | null | undefined, string | null>;
  mailAttempts: ColumnType<number, number | undefined, number>;
  /** What the mail server said. */
  mailAnswer: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface NotificationPreferenceTable {
  workspace: string;
  userId: string;
  ways: Json<NotificationPreferences['ways']>;
  quiet: ColumnType<NotificationPreferences['quiet'], string | null, string | null>;
}

/** The tables of discussions and notifications. */
export interface TalkTables {
  comments: CommentTable;
  notifications: NotificationTable;
  notificationPreferences: NotificationPreferenceTable;
  pushKeys: PushKeyTable;
  pushDevices: PushDeviceTable;
  pushDeliveries: PushDeliveryTable;
}
