import { type DestinationStream, type Logger, pino } from 'pino';
import { describeFailure } from './describe-failure.ts';
import { hideSecrets } from './hide-secrets.ts';

/**
 * The log, as JSON lines. No line holds one of `secrets` or what looks like one, and none holds a request: what is said of one
 * is its id and its route, since an address may carry the secret of a link.
 */
export function openLog(
  level: string,
  secrets: readonly string[],
  out: DestinationStream = pino.destination(2),
): Logger {
  const guarded: DestinationStream = { write: (line) => out.write(hideSecrets(line, secrets)) };
  const nothing = () => undefined;
  return pino({ level, serializers: { err: describeFailure, req: nothing, res: nothing } }, guarded);
}
