import { and, coalesce, column, type Expression, gt, isNull, le, moment, or, plusSeconds } from './expression.ts';

/** An end without a known start belongs to a subscription from before what we know: it began a century earlier. */
export const began: Expression = coalesce(column('startedAt'), plusSeconds(column('endedAt'), -3_155_760_000));

/** Subscriptions that had begun, and had not ended, at an instant of the bucket. */
export const subscribedAt = (instant: 'start' | 'end'): Expression =>
  and(le(began, moment(instant)), or(isNull(column('endedAt')), gt(column('endedAt'), moment(instant))));
