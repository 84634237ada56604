import type { Batch } from '#connectors/file/batch.ts';
import type { FactTableName } from '#domain/kpi/facts/index.ts';
import type { OpenClock } from '#domain/sla/escalation/open-clock.ts';
import type { Judgement } from '#domain/sla/review/breach-review.ts';
import type { ChangedTicket, WhatIfPeriod } from '#domain/sla/what-if/compare-ticket.ts';
import type { WhatIfFigures } from '#domain/sla/what-if/figures.ts';
import type { Rules } from '#records/rules.ts';

/** What a thread is asked to read: a file on disk, or a generated sample. */
export type ReadRequest =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly name: string;
      readonly source: string;
      readonly mapping: unknown;
    }
  | { readonly kind: 'marketplace'; readonly tickets: number; readonly seed: number };

/** A batch that a thread has parsed and holds until it is told to encode it. */
export interface ParsedBatch {
  readonly done: boolean;
  readonly count: number;
  /** Two unsigned 32-bit halves an event. */
  readonly hashes: Uint32Array;
  /** Hashes of the tickets that its events are of, each once, two halves a ticket. */
  readonly tickets: Uint32Array;
  /** Events that stand twice in this very batch. */
  readonly repeated: number;
  readonly rejected: Batch['rejected'];
  readonly notices: Batch['notices'];
  readonly bytesRead: number;
}

export interface EncodedBatch {
  readonly block: Uint8Array;
  readonly rows: number;
  readonly duplicates: number;
}

/** Facts of a range of keys, ready to insert; the table of tickets comes last. */
export interface FoldedRange {
  readonly blocks: readonly { readonly table: FactTableName; readonly bytes: Uint8Array }[];
  readonly keys: number;
  /** The tickets folded, and those of their clocks that are not stopped. */
  readonly tickets: readonly string[];
  readonly openClocks: readonly OpenClock[];
  /** Keys whose fold failed: a defect of ours, reported and left out of the facts. */
  readonly failed: readonly { readonly key: string; readonly message: string }[];
}

export interface Tasks {
  open: { input: ReadRequest; output: null };
  /** Parses lines of NDJSON that the caller cut out of a file. */
  parse: { input: { bytes: Uint8Array; firstLine: number; source: string }; output: ParsedBatch };
  next: { input: null; output: ParsedBatch };
  encode: {
    input: { workspace: string; firstSeq: number; suspects: readonly number[]; known: ReadonlySet<string> };
    output: EncodedBatch;
  };
  rules: { input: { rules: Rules; businessCalendar: string }; output: null };
  fold: {
    input: {
      workspace: string;
      grain: 'ticket' | 'other';
      /** Of the rules that are folded with: facts of newer ones replace them. */
      rulesVersion: number;
      /** The wall clock, in epoch ms: only open clocks depend on it, where a policy began since the last event. */
      now: number;
      rows: Uint8Array;
      written: ReadonlyMap<string, readonly number[]>;
      /** How people judged breaches, by `cycleKey`. */
      judgements: ReadonlyMap<string, Judgement>;
    };
    output: FoldedRange;
  };
  /** The two sets of policies that a thread compares from now on. */
  'what-if-rules': { input: { before: Rules; after: Rules }; output: null };
  'what-if': {
    input: { rows: Uint8Array; period: WhatIfPeriod };
    output: { figures: WhatIfFigures; changed: readonly ChangedTicket[] };
  };
}

export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Tasks[Name]['input'];
export type TaskOutput<Name extends TaskName> = Tasks[Name]['output'];
