import { createHash, randomBytes } from 'node:crypto';

/** Something that only its bearer can know: 256 random bits, as text for an address or a header. */
export function makeSecret(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. It is random and long, so a plain hash cannot be turned back. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
