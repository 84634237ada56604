import { createHmac, timingSafeEqual } from 'node:crypto';
import { VigieError } from '#domain/error.ts';

/** How a source proves that a body is its own. */
export type HookScheme = 'standard' | 'hmac';

/** What is known of a source to check a body by. */
export interface SignedBy {
  readonly scheme: HookScheme;
  /** `whsec_…` of Standard Webhooks, or any text; each of them will do. */
  readonly secrets: readonly string[];
  /** Of `hmac`: the header of the signature, hex or base64, with or without `sha256=`. */
  readonly header: string;
  /** Of `hmac`: the header of the time in epoch seconds, which is then signed before the body, `time.body`; null: none. */
  readonly timeHeader: string | null;
}

/** Seconds that the time of a body may lie from now, either way. */
const WINDOW_SECONDS = 300;

/** Throws `hook.bad-signature` and `hook.too-old`. `now` in epoch ms; `find` reads a header. */
export function checkSignature(
  by: SignedBy,
  body: Uint8Array,
  { now, find }: { readonly now: number; readonly find: (header: string) => string | null },
): void {
  const isStandard = by.scheme === 'standard';
  const time = isStandard ? find('webhook-timestamp') : by.timeHeader === null ? null : find(by.timeHeader);
  const id = isStandard ? (find('webhook-id') ?? '') : '';
  const given = find(isStandard ? 'webhook-signature' : by.header) ?? '';
  const head = isStandard ? `${id}.${time}.` : by.timeHeader === null ? '' : `${time}.`;
  const expected = by.secrets.map((secret) =>
    createHmac('sha256', keyOf(by.scheme, secret)).update(head).update(body).digest(),
  );
  const candidates = isStandard ? standardOf(given) : [plainOf(given)];
  if (
    (isStandard && id === '') ||
    !candidates.some((candidate) => expected.some((right) => isSame(candidate, right)))
  ) {
    throw new VigieError('hook.bad-signature');
  }
  if (isStandard || by.timeHeader !== null) checkTime(time, now);
}

function keyOf(scheme: HookScheme, secret: string): Buffer {
  return scheme === 'standard' ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : Buffer.from(secret);
}

function standardOf(given: string): Buffer[] {
  return given
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .slice(0, 10)
    .map((each) => Buffer.from(each.slice(3), 'base64'));
}

function plainOf(given: string): Buffer {
  const text = given.trim().replace(/^sha256=/i, '');
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function checkTime(time: string | null, now: number): void {
  const at = time !== null && /^\d{1,12}$/.test(time) ? Number(time) : Number.NaN;
  if (!(Math.abs(now / 1000 - at) <= WINDOW_SECONDS)) throw new VigieError('hook.too-old', { seconds: WINDOW_SECONDS });
}
