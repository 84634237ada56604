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
  mapping: ColumnType<unknown, string, string>;
  createdBy: string | null;
  createdAt: ColumnType<Date, Date | undefined, never>;
}
