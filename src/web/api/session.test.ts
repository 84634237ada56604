import { expect, test } from 'vitest';
import { mayIn, type SignedIn } from './session.ts';

const user = {
  id: 'u1',
  name: 'Léa',
  email: 'lea@example.com',
  language: null,
  timeZone: null,
  theme: null,
  twoFactor: false,
  hasPassword: true,
  operator: false,
} as const;

const session: SignedIn = {
  user,
  workspace: { id: 'acme', name: 'Acme', role: 'viewer', permissions: ['read-reports'] },
  workspaces: [],
  setup: { ownerNeeded: false, singleSignOn: null, mail: false },
};

test('what the workspace does not allow is not offered', () => {
  expect(mayIn(session, 'read-reports')).toBe(true);
  expect(mayIn(session, 'manage-members')).toBe(false);
});

test('an operator looks after the installation, and nothing more, without a workspace', () => {
  const operator = { ...session, user: { ...user, operator: true }, workspace: null };
  expect(mayIn(operator, 'operate-installation')).toBe(true);
  expect(mayIn(operator, 'read-reports')).toBe(false);
  expect(mayIn(session, 'operate-installation')).toBe(false);
});
