import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of an installation, all derived from its one secret; each purpose has a key of its own. */
export interface Keys {
  /** 32 bytes, the same for the same purpose. */
  derive(purpose: string): Buffer;
  /** Says whether two installations have the same secret, and nothing of the secret itself. */
  readonly mark: string;
  /** The secret where it lies in the data folder; null where the settings give it. */
  readonly kept: string | null;
}

/** The file of the data folder in which the secret lies. */
export const secretFile = 'secret.key';

/** The secret is the one given by the settings, else a file of the data folder, made at the first start. */
export function openKeys(dataFolder: string, secret: string | null): Keys {
  const kept = secret === null ? readOrMakeSecret(join(dataFolder, secretFile)) : null;
  return keysOf(secret ?? kept ?? '', kept);
}

/** The keys of a secret. */
export function keysOf(root: string, kept: string | null): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, 'vigie', purpose, 32));
  return { derive, mark: derive('mark').toString('hex').slice(0, 16), kept };
}

function readOrMakeSecret(file: string): string {
  if (!existsSync(file)) {
    // Two processes never make it at once: one holds the folder.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}
