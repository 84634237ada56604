/**
 * A 64-bit hash of an event's identity `(source, id)`, as two unsigned halves. It only finds candidates: whether two
 * events are the same is decided on the identity itself.
 */
export function hashIdentity(source: string, id: string, into: Uint32Array, index: number): void {
  let high = 0x9747b28c;
  let low = 0x3c6ef372;
  for (let part = 0; part < 2; part++) {
    const text = part === 0 ? source : id;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b);
      low ^= low >>> 15;
    }
    high = Math.imul(high ^ 0x1f, 0xcc9e2d51);
    low = Math.imul(low ^ 0x2f, 0x1b873593);
  }
  into[index * 2] = finish(high ^ (low >>> 3));
  into[index * 2 + 1] = finish(low);
}

function finish(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The two halves as the decimal text of a UInt64. */
export function hashText(high: number, low: number): string {
  return ((BigInt(high) << 32n) | BigInt(low)).toString();
}
