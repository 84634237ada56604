import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { platform } from 'node:os';
import { VigieError } from '#domain/error.ts';

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Says in our words why a port cannot be had. */
export function listenError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new VigieError('server.port-in-use', { host, port });
  if (code === 'EACCES') return new VigieError('server.port-refused', { host, port });
  return error;
}

/** The port that can be had, 0 being any that is free; it is not kept. Throws where it is taken. */
export function findPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenError(error, host, port)));
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}

/** Opens the browser of the desktop, where there is one. */
export function openBrowser(url: string): void {
  const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[platform() as string] ?? ['xdg-open'];
  const [command, ...args] = opener as [string, ...string[]];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // Without a desktop there is nothing to open: the address is on the screen.
  child.on('error', () => undefined);
  child.unref();
}
