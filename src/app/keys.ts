import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of an installation, all derived from its one secret; each purpose has a key of its own. */
export interface Keys {
  /** 32 bytes, the same for the same purpose. */
  derive(purpose: string): Buffer;
}

/** The secret is the one given by the settings, else a file of the data folder, made at the first start. */
export function openKeys(dataFolder: string, secret: string | null): Keys {
  const root = secret ?? readOrMakeSecret(join(dataFolder, 'secret.key'));
  return { derive: (purpose) => Buffer.from(hkdfSync('sha256', root, 'vigie', purpose, 32)) };
}

function readOrMakeSecret(file: string): string {
  if (!existsSync(file)) {
    // Two processes never make it at once: one holds the folder.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}
