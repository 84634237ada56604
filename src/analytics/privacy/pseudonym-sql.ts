import { pseudonymDigits } from '#domain/privacy/pseudonym.ts';
import type { Binder } from '../binder.ts';

/** Bytes of a block of SHA-256. */
const BLOCK = 64;

/**
 * SQL of the pseudonym of a person's id, the one that `compilePseudonyms` gives with an HMAC-SHA-256 of the same key; null
 * for null. The key travels as a parameter, to a store that holds the ids themselves.
 */
export function pseudonymSql(column: string, kind: 'agent' | 'customer', key: Uint8Array, binder: Binder): string {
  const padded = (pad: number) => {
    const block = Uint8Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ pad);
    return `unhex(${binder.bind(Buffer.from(block).toString('hex'), 'String')})`;
  };
  const inner = `SHA256(concat(${padded(0x36)}, '${kind}:', ${column}))`;
  const digest = `lower(hex(SHA256(concat(${padded(0x5c)}, ${inner}))))`;
  return `concat('${kind}-', substring(${digest}, 1, ${pseudonymDigits}))`;
}
