import type { TicketStatus } from './event.ts';

/** One bit a status, so that a set of statuses is a number and "stands still in" is one `&`. */
export const statusBits: Readonly<Record<TicketStatus, number>> = {
  new: 1,
  open: 2,
  pending: 4,
  'on-hold': 8,
  solved: 16,
  closed: 32,
};

/** Solved or closed: nobody holds the ticket and no clock runs. */
export const solvedBits = statusBits.solved | statusBits.closed;

export function isSolved(status: TicketStatus): boolean {
  return (statusBits[status] & solvedBits) !== 0;
}
