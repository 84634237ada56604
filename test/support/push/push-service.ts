import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeReceiver, type Receiver } from './receiver.ts';
import { verifyVapid } from './verify-vapid.ts';

export interface Taken {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** What the browser would read. */
  readonly message: unknown;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface PushService {
  readonly url: string;
  /** What was taken, the oldest first. */
  readonly taken: Taken[];
  /** Gives what a browser subscribes with. */
  subscribe(path: string): { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  close(): Promise<void>;
}

/**
 * A push service on loopback, and the browsers behind it: it answers what `answer` says, 201 for one, and of what it takes it
 * verifies the sender (RFC 8292) and decrypts the body (RFC 8291).
 */
export async function openPushService(answer: (path: string) => number): Promise<PushService> {
  const taken: Taken[] = [];
  const receivers = new Map<string, Receiver>();
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const path = request.url ?? '';
    const status = answer(path);
    try {
      const claims = verifyVapid(request.headers.authorization ?? '', url);
      const receiver = receivers.get(path);
      if (receiver === undefined) throw new Error('nobody subscribed');
      const message: unknown = JSON.parse(receiver.read(Buffer.concat(pieces)));
      if (status === 201) taken.push({ path, headers: request.headers, message, claims });
      response.writeHead(status).end();
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, taken },
    subscribe(path) {
      const receiver = makeReceiver();
      receivers.set(path, receiver);
      return { endpoint: `${url}${path}`, p256dh: receiver.p256dh, auth: receiver.auth };
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
