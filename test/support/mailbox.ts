import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** What was taken, the oldest first. */
  readonly received: ParsedMail[];
  close(): Promise<void>;
}

/**
 * An SMTP server on loopback that takes every message and reads it, but for the addresses that are refused, with the code
 * that `refuse` gives.
 */
export async function openMailbox(refuse: (address: string) => number | null = () => null): Promise<Mailbox> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo({ address }, _, done) {
      const responseCode = refuse(address);
      return responseCode === null ? done() : done(Object.assign(new Error('not now'), { responseCode }));
    },
    onData(stream, _, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  // Whoever is killed while it writes hangs up.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
