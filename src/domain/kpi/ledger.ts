import {
  and,
  column,
  divide,
  eq,
  gt,
  isKnown,
  multiply,
  overlap,
  plusSeconds,
  secondsBetween,
  when,
} from './expression.ts';
import type { Source } from './measure.ts';

const from = column('from');
/** An entry without an end, or with one before its start, is booked at its start. */
const to = when(and(isKnown(column('to')), gt(column('to'), from)), column('to'), plusSeconds(from, 1));

const entries = (kind: string): Source => ({
  table: 'ledger',
  placement: { kind: 'span', from, to },
  where: [eq(column('kind'), kind)],
});

export const costSpans: Source = entries('support-cost');
export const revenueSpans: Source = entries('revenue');

/** The part of an entry's amount that falls into the bucket: the amount is spread evenly over its span. */
export const amountInBucket = multiply(column('amount'), divide(overlap, secondsBetween(from, to)));
