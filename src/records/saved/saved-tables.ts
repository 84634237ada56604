import type { ColumnType } from 'kysely';
import type { Visibility } from '#domain/access/visibility.ts';
import type { Board } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import type { Picture } from '#domain/report/report.ts';

type Json<T> = ColumnType<T, string, string>;
type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

interface SavedTable {
  workspace: string;
  id: string;
  title: string;
  description: ColumnType<string, string | undefined, string>;
  /** The user whose it is; null: nobody's, so that it belongs to the workspace. */
  owner: string | null;
  visibility: Visibility;
  createdAt: MadeAt;
  updatedAt: MadeAt;
}

/** Reports that somebody keeps, under a name of their own. */
export interface SavedReportTable extends SavedTable {
  /** An id of the catalogue; null: composed, its query says all. */
  report: string | null;
  query: Json<Address>;
  picture: Picture | null;
}

export interface DashboardTable extends SavedTable {
  query: Json<Address>;
  tiles: Json<Board['tiles']>;
  /** Counts its changes, from 1. */
  version: ColumnType<number, number | undefined, number>;
}

export type FavouriteKind = 'report' | 'dashboard';

/** What a member keeps at hand; the database computes the columns that refer to it. */
export interface FavouriteTable {
  workspace: string;
  userId: string;
  kind: FavouriteKind;
  item: string;
}
