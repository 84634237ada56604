import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { verifyPassword as verifyLibrary } from 'better-auth/crypto';

const derive = promisify(argon2);

/** What a hash costs: the second choice of the OWASP Password Storage Cheat Sheet, 19 MiB and two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** A salted hash of a password (Argon2id), with its cost beside it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { memory, passes, parallelism } = cost;
  const tag = await derive('argon2id', { ...cost, tagLength, message: normal(password), nonce: salt });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether a password is the one of a hash; of another cost, or of the library that made hashes before (scrypt), too. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = shape.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) return verifyLibrary({ hash, password });
  const wanted = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
    message: normal(password),
    nonce: Buffer.from(salt, 'base64'),
  });
  return timingSafeEqual(found, wanted);
}

/** The same letters in one form: keyboards differ in how they compose accents (NIST SP 800-63B). */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
