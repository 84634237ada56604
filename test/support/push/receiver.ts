import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** The keys of a browser, and what it reads with them. */
export interface Receiver {
  readonly p256dh: string;
  readonly auth: string;
  /** Decrypts a body of `aes128gcm` (RFC 8188) that was made for this browser (RFC 8291); throws on any other. */
  read(body: Buffer): string;
}

export function makeReceiver(): Receiver {
  const ecdh = createECDH('prime256v1');
  const own = ecdh.generateKeys();
  const auth = randomBytes(16);
  const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length));
  return {
    p256dh: own.toString('base64url'),
    auth: auth.toString('base64url'),
    read(body) {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + keyLength);
      const sealed = body.subarray(21 + keyLength);
      if (sealed.length > body.readUInt32BE(16)) throw new Error('more than one record');
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]);
      const secret = derive(ecdh.computeSecret(sender), auth, info, 32);
      const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      const end = plain.lastIndexOf(2);
      if (end < 0) throw new Error('the last record has no end');
      return plain.subarray(0, end).toString('utf8');
    },
  };
}

/** What a browser would send to be notified, whose push service is nowhere. */
export function browserAt(path: string) {
  const { p256dh, auth } = makeReceiver();
  return { name: `Firefox, ${path}`, endpoint: `https://localhost/${path}`, p256dh, auth };
}
