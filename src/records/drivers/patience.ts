/**
 * How long a call waits on a server that has fallen silent, in milliseconds. It may wait for a connection first and then on
 * it: all three together are the ten seconds after which it is refused at the latest.
 */
export const patience = {
  /** For a connection, a free one or a new one. */
  connection: 5_000,
  /** For an answer, before asking whether the server is there at all. */
  answer: 2_500,
  /** For the answer to that. */
  probe: 2_500,
} as const;
