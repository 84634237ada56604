import { expect, test } from 'vitest';
import { keysOf } from './keys.ts';
import { openSealed, seal } from './seal.ts';

const keys = keysOf('a secret of an installation', null);
const sealed = seal(keys, 'channels', 'default/ops', 'https://hooks.example.org/é');

test('what is sealed opens with the same secret, purpose and place, and never twice looks the same', () => {
  expect(openSealed(keys, 'channels', 'default/ops', sealed)).toBe('https://hooks.example.org/é');
  expect(seal(keys, 'channels', 'default/ops', 'https://hooks.example.org/é')).not.toBe(sealed);
});

test('another secret, purpose or place, or a changed byte, opens nothing', () => {
  expect(openSealed(keysOf('another secret', null), 'channels', 'default/ops', sealed)).toBeNull();
  expect(openSealed(keys, 'links', 'default/ops', sealed)).toBeNull();
  expect(openSealed(keys, 'channels', 'other/ops', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 1;
    expect(openSealed(keys, 'channels', 'default/ops', changed.toString('base64url'))).toBeNull();
  }
  expect(openSealed(keys, 'channels', 'default/ops', '')).toBeNull();
});
