import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpAnswers {
  readonly url: string;
  close(): Promise<void>;
}

/** A local HTTP server that answers as told; `body` is the whole body of the request. */
export async function answerHttp(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<HttpAnswers> {
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece as Uint8Array);
    answer(request, Buffer.concat(pieces).toString(), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
