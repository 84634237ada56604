import { isConnectionFailure } from '#domain/connection-failure.ts';
import { VigieError } from '#domain/error.ts';

/** Classes of SQLSTATE: the connection, the resources of the server, somebody who stops it, the system below it. */
const serverClasses = /^(08|53|57P|58)/;
const readOnly = '25006';
const lockNotHad = '55P03';

/** What the driver says of a connection that is gone. */
const goneTexts =
  /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable|client was closed/i;

/** What the driver throws, as our error where the server is away or overloaded: the one place that tells them apart. */
export function mapPostgresError(error: unknown): unknown {
  if (error instanceof VigieError || !(error instanceof Error)) return error;
  if (codeOf(error) === lockNotHad) return new VigieError('data.busy', {}, { cause: error });
  return isAway(error) ? new VigieError('data.unavailable', { store: 'PostgreSQL' }, { cause: error }) : error;
}

function isAway(error: Error): boolean {
  const code = codeOf(error);
  return isConnectionFailure(error) || serverClasses.test(code) || code === readOnly || goneTexts.test(error.message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
