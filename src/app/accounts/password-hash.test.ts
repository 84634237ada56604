import { hashPassword as hashLibrary } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a password is verified by its hash, another is not, and no two hashes are equal', async () => {
  const hash = await hashPassword('le chat dort bien');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: 'le chat dort bien' })).toBe(true);
  for (const other of ['le chat dort bien ', 'Le chat dort bien', 'le chat dort', '']) {
    expect(await verifyPassword({ hash, password: other }), other).toBe(false);
  }
  expect(await hashPassword('le chat dort bien')).not.toBe(hash);
});

test('accents may be composed by the keyboard or not', async () => {
  const hash = await hashPassword('été à la plage'.normalize('NFD'));
  expect(await verifyPassword({ hash, password: 'été à la plage'.normalize('NFC') })).toBe(true);
});

test('hashes that the library made before are still verified', async () => {
  const hash = await hashLibrary('le chat dort bien');
  expect(await verifyPassword({ hash, password: 'le chat dort bien' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'le chat dort mal' })).toBe(false);
});

test('a hash of another cost is verified at its own', async () => {
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
});
