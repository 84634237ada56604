import type { ColumnType } from 'kysely';
import type { PlannedStep } from '#domain/sla/escalation/plan-steps.ts';
import type { StepKind } from '#domain/sla/escalation/step.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { Metric, PolicyKind } from '#domain/sla/policy.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;
type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

/** What names one cycle of a clock. */
export interface CycleColumns {
  workspace: string;
  ticket: string;
  policy: string;
  target: string;
  cycle: number;
}

/** A clock that is not stopped, as the fold derives it. */
export interface OpenClockTable extends CycleColumns {
  policyVersion: number;
  policyKind: PolicyKind;
  metric: Metric;
  startedAt: Instant;
  targetSeconds: number;
  dueAt: Instant | null;
  breachAt: Instant | null;
  agent: string | null;
  team: string | null;
  steps: Json<readonly PlannedStep[]>;
  /** When the watch looks at it next; null: no step is ahead. */
  nextAt: Instant | null;
}

/** `late`: noticed more than a minute after it was due. `missed`: so late that nobody was told. `held`: acknowledged before. */
export type StepOutcome = 'on-time' | 'late' | 'missed' | 'held';

export interface StepRunTable extends CycleColumns {
  step: string;
  round: number;
  /** Counts up as steps run. */
  seq: ColumnType<number, never, never>;
  kind: StepKind | 'asked';
  outcome: StepOutcome;
  dueAt: Instant;
  ranAt: Instant;
}

export type MessageWay = 'in-app' | 'member-mail' | 'address' | 'channel';
/** What a message tells of; those of one topic to one recipient are put together. `act` is a request to a webhook. */
export type MessageTopic = 'warning' | 'breach' | 'escalation' | 'act' | 'test' | 'alert';
export type MessageState = 'due' | 'sent' | 'refused' | 'failed';

/** Something that goes out to one recipient. */
export interface WatchMessageTable {
  workspace: string;
  id: string;
  way: MessageWay;
  topic: MessageTopic;
  /** The id of a user, an address or the id of a channel. */
  recipient: string;
  state: MessageState;
  attempts: ColumnType<number, number | undefined, number>;
  /** Not before; while it is being sent, when another process may try. */
  sendAt: Instant;
  createdAt: Instant;
  finishedAt: Instant | null;
  /** What the other side said. */
  answer: string | null;
}

/** One thing that a message says or asks. */
export interface WatchItemTable {
  workspace: string;
  key: string;
  message: string;
  ticket: string;
  item: Json<WatchItem>;
}

export type ChannelKind = 'slack' | 'teams' | 'webhook' | 'e-mail';

export interface ChannelTable {
  workspace: string;
  id: string;
  kind: ChannelKind;
  name: string;
  language: 'en' | 'fr';
  /** What may be shown of where it leads. */
  hint: string;
  sealed: string;
  /** What was sealed before a new secret was made; it holds until `oldUntil`. */
  oldSealed: ColumnType<string | null, string | null | undefined, string | null>;
  oldUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  createdBy: string | null;
  createdAt: MadeAt;
}

/** Somebody looks after a clock: no more warnings and escalations of its cycle. */
export interface AcknowledgementTable extends CycleColumns {
  member: string | null;
  name: string | null;
  at: Instant;
}
