import { ClickHouseError } from '@clickhouse/client';
import { isConnectionFailure } from '#domain/connection-failure.ts';
import { VigieError } from '#domain/error.ts';

/** What a server says when it, or one below it, cannot work at the moment. The numbers are ClickHouse's own. */
const passing: ReadonlySet<string> = new Set([
  '159', // TIMEOUT_EXCEEDED
  '202', // TOO_MANY_SIMULTANEOUS_QUERIES
  '209', // SOCKET_TIMEOUT
  '210', // NETWORK_ERROR
  '225', // NO_ZOOKEEPER
  '241', // MEMORY_LIMIT_EXCEEDED
  '242', // TABLE_IS_READ_ONLY
  '243', // NOT_ENOUGH_SPACE
  '252', // TOO_MANY_PARTS
  '279', // ALL_CONNECTION_TRIES_FAILED
  '285', // TOO_FEW_LIVE_REPLICAS
  '286', // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
  '319', // UNKNOWN_STATUS_OF_INSERT
  '394', // QUERY_WAS_CANCELLED
  '999', // KEEPER_EXCEPTION
]);

/** What the client says of a call that it gave up. */
const givenUp = /^(timeout error|the user aborted a request|aborted|socket hang up)/i;

/** What the client throws, as our error where the server is away or overloaded: the one place that tells them apart. */
export function mapClickHouseError(error: unknown): unknown {
  if (error instanceof VigieError || !(error instanceof Error)) return error;
  const away =
    error instanceof ClickHouseError
      ? passing.has(error.code)
      : isConnectionFailure(error) || givenUp.test(error.message);
  return away ? new VigieError('data.unavailable', { store: 'ClickHouse' }, { cause: error }) : error;
}
