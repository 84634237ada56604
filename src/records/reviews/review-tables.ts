import type { ColumnType } from 'kysely';
import type { Excuse, Explanation, Responsible } from '#domain/sla/review/breach-review.ts';
import type { CycleColumns } from '../watch/watch-tables.ts';

type Json<T> = ColumnType<T | null, string | null | undefined, string | null>;

export interface BreachReviewTable extends CycleColumns {
  explanation: Json<Explanation>;
  excuse: Json<Excuse>;
  responsible: Json<Responsible>;
}

/** A ticket that is to be folded again, since its breaches were judged. */
export interface JudgedTicketTable {
  workspace: string;
  ticket: string;
  stamp: ColumnType<string, string | undefined, string>;
}

export interface ReviewTables {
  breachReviews: BreachReviewTable;
  judgedTickets: JudgedTicketTable;
}
