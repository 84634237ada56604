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
  const kept = secret === null ? (findSecret(dataFolder) ?? makeSecret(dataFolder)) : null;
  return keysOf(secret ?? kept ?? '', kept);
}

/** The keys of a secret. */
export function keysOf(root: string, kept: string | null): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, 'vigie', purpose, 32));
  return { derive, mark: derive('mark').toString('hex').slice(0, 16), kept };
}

/** The secret that lies in a data folder; null where none does. */
export function findSecret(dataFolder: string): string | null {
  const file = join(dataFolder, secretFile);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function makeSecret(dataFolder: string): string {
  const secret = randomBytes(32).toString('base64url');
  // Two processes never make it at once: one holds the folder.
  writeFileSync(join(dataFolder, secretFile), `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return secret;
}
