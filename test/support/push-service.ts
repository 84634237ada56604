import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser was sent, read with its keys. */
export interface Pushed {
  readonly path: string;
  readonly message: unknown;
  readonly headers: IncomingHttpHeaders;
  /** What the VAPID token claims; its signature was right. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
  /** The key of whoever sent it. */
  readonly sender: string;
}

export interface PushService {
  readonly origin: string;
  readonly received: Pushed[];
  /** How the requests to a path are answered from now on; usually 201. */
  answer(path: string, status: number): void;
  /** A browser of this service, as `PushSubscription.toJSON()` gives it. */
  subscribe(path: string): {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  close(): Promise<void>;
}

/** A browser as it subscribes, of a service that is nowhere. */
export const browserNowhere = {
  endpoint: 'https://push.invalid/a',
  keys: {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
};

/** A push service with its browsers on loopback, which reads messages by RFC 8188 and 8291 and checks VAPID by RFC 8292. */
export async function openPushService(): Promise<PushService> {
  const received: Pushed[] = [];
  const answers = new Map<string, number>();
  const browsers = new Map<string, Browser>();
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const path = request.url ?? '';
    const browser = browsers.get(path);
    const status = browser === undefined ? 404 : (answers.get(path) ?? 201);
    if (browser !== undefined && status < 300) {
      const message = JSON.parse(decrypt(browser, Buffer.concat(pieces)));
      received.push({ path, message, headers: request.headers, ...readVapid(request.headers.authorization ?? '') });
    }
    response.writeHead(status).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, received },
    answer: (path, status) => void answers.set(path, status),
    subscribe(path) {
      const ecdh = createECDH('prime256v1');
      const auth = randomBytes(16);
      browsers.set(path, { ecdh, publicKey: ecdh.generateKeys(), auth });
      const keys = { p256dh: ecdh.getPublicKey().toString('base64url'), auth: auth.toString('base64url') };
      return { endpoint: origin + path, keys };
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

interface Browser {
  readonly ecdh: ReturnType<typeof createECDH>;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
}

const derive = (key: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** One record of `aes128gcm`: salt, record size, key id (the public key of the sender), then what is encrypted. */
function decrypt({ ecdh, publicKey, auth }: Browser, body: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyEnd = 21 + (body[20] ?? 0);
  const sender = body.subarray(21, keyEnd);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = derive(ecdh.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(body.subarray(-16));
  const text = Buffer.concat([decipher.update(body.subarray(keyEnd, -16)), decipher.final()]);
  const end = text.lastIndexOf(2);
  return text.subarray(0, end).toString('utf8');
}

/** `vapid t=<JWT of ES256>, k=<public key>`. */
function readVapid(header: string): Pick<Pushed, 'claims' | 'sender'> {
  const [, token = '', sender = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(sender, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) {
    throw new Error('The signature of the VAPID token is wrong.');
  }
  return { claims: JSON.parse(Buffer.from(body, 'base64url').toString()), sender };
}
