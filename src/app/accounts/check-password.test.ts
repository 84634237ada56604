import { expect, test } from 'vitest';
import { checkPassword } from './check-password.ts';

const lea = { name: 'Léa Martin-Duval', email: 'lea.martin@acme.example' };

test.each([
  'passwordpassword',
  'motdepasse123',
  'qwertyuiop12',
  'azertyuiop12',
  '1qaz2wsx3edc',
  '123456789012',
  '202620262026',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'iloveyou1234',
  'x1'.repeat(64),
  'supportsupport',
])('a password that is tried first is refused: %s', async (password) => {
  await expect(checkPassword(password, lea)).rejects.toMatchObject({ code: 'account.weak-password' });
});

test.each(['vigie-2026-11', 'Vigie!Vigie!1', 'lea.martin@acme.example', 'Léa Martin 2024', 'LEA_duval_acme_75'])(
  'a password made of one’s own name, one’s address or Vigie is refused: %s',
  async (password) => {
    await expect(checkPassword(password, lea)).rejects.toMatchObject({ code: 'account.weak-password' });
  },
);

test.each([
  'le chat dort bien',
  'zqkd82hfkq0s',
  'correct horse battery',
  'léa aime les tilleuls',
  '密码不容易猜到的那种',
  'жжж лес стол ночь',
])('a password that is long or odd enough is taken, whatever its letters: %s', async (password) => {
  await expect(checkPassword(password, lea)).resolves.toBeUndefined();
});

test('the longest password that is allowed takes no longer to look at than another', async () => {
  await checkPassword('le chat dort bien', lea);
  const began = performance.now();
  await checkPassword('aB3$'.repeat(2) + 'Zq9!kL0pW2xC7vN5'.repeat(7), lea).catch(() => {});
  expect(performance.now() - began).toBeLessThan(5_000);
});
