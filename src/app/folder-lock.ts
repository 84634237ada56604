import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VigieError } from '#domain/error.ts';

/** Longest path that a Unix socket takes on every system we run on. */
const MAX_SOCKET_PATH = 100;

/** Where the holder of a data folder listens. */
export function socketPath(dataFolder: string): string {
  const path = join(dataFolder, 'vigie.sock');
  if (path.length <= MAX_SOCKET_PATH) return path;
  return join(tmpdir(), `vigie-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 20)}.sock`);
}

/** A held data folder. Other processes may call on the holder: each call is a connection. */
export interface FolderLock {
  onCall(answer: (socket: Socket) => void): void;
  release(): Promise<void>;
}

/** Connects to the process that holds the folder; null when none does. */
export function callHolder(dataFolder: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath(dataFolder));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/**
 * Holds the folder for this process: a Unix socket in it, which the system closes however the process ends. A socket file
 * that nobody answers is what a killed process left, and is replaced.
 */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  makeFolder(dataFolder);
  const path = socketPath(dataFolder);
  let server = await listen(path);
  if (!server) {
    const holder = await callHolder(dataFolder);
    if (holder) {
      holder.destroy();
      throw new VigieError('data.in-use', { folder: dataFolder });
    }
    rmSync(path, { force: true });
    server = await listen(path);
    if (!server) throw new VigieError('data.in-use', { folder: dataFolder });
  }
  chmodSync(path, 0o600);
  const held = server;
  held.unref();
  let answer: (socket: Socket) => void = (socket) => socket.destroy();
  held.on('connection', (socket) => answer(socket));
  return {
    onCall(next) {
      answer = next;
    },
    release: () => new Promise((resolve) => held.close(() => resolve())),
  };
}

/** Makes the folder and those above it. Not by `recursive`, which never ends where the system refuses the first of them. */
function makeFolder(folder: string): void {
  const make = (path: string): void => {
    if (existsSync(path)) return;
    make(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  };
  try {
    make(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new VigieError('data.unusable', { folder, reason }, { cause: error });
  }
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}
