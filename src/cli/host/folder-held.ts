import type { Socket } from 'node:net';

/** The data folder is held by another process, which is on the line and can run the command. */
export class FolderHeld extends Error {
  readonly holder: Socket;

  constructor(holder: Socket) {
    super('the data folder is held by another process');
    this.holder = holder;
  }
}
