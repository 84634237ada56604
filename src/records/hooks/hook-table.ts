import type { ColumnType } from 'kysely';

export interface HookTable {
  workspace: string;
  /** Public, and not to be guessed: the last part of its address. */
  id: string;
  name: string;
  /** Of its events. */
  source: string;
  scheme: 'standard' | 'hmac';
  header: string;
  timeHeader: string | null;
  sealed: string;
  /** What was sealed before a new secret was made; it holds until `oldUntil`. */
  oldSealed: ColumnType<string | null, string | null | undefined, string | null>;
  oldUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Counts its changes, from 1. */
  version: ColumnType<number, number | undefined, number>;
  mapping: ColumnType<unknown, string, string>;
  createdBy: string | null;
  createdAt: ColumnType<Date, Date | undefined, never>;
}
