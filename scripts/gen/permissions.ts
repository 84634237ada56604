import { base } from '../../src/contract/paths.ts';
import type { Route } from '../../src/contract/route.ts';
import { routes } from '../../src/contract/routes.ts';
import { type Permission, permissions, tokenScopes } from '../../src/domain/access/permission.ts';
import { roles } from '../../src/domain/access/role.ts';
import { code, madeFrom, page, table } from './markdown.ts';

const yes = (allowed: boolean) => (allowed ? '●' : '');

/** Who may do what, and call what: the same table that the server asks. */
export function permissionsPage(): string {
  const titles = [...roles, ...tokenScopes.map((scope) => `token ${scope}`), 'operator'];
  const cells = ({ roles: those, scopes, operator = false }: Permission) => [
    ...roles.map((role) => yes(those.includes(role))),
    ...tokenScopes.map((scope) => yes(scopes.includes(scope))),
    yes(operator),
  ];
  const granted = Object.entries<Permission>(permissions).map(([id, permission]) => [
    code(id),
    permission.help.en,
    ...cells(permission),
  ]);
  const calls = Object.values<Route>(routes).map((route) => [
    code(`${route.method} ${base}${route.path}`),
    ...whoCalls(route, cells),
  ]);
  return page(
    '# Permissions',
    madeFrom('src/domain/access/permission.ts'),
    'Leads see their teams and agents themselves in all that they may read. An *operator* looks after the installation, whatever ' +
      'their role. See [accounts](../accounts.md).',
    table(['permission', 'allows to', ...titles], granted),
    '## Routes',
    '“anyone”: whoever asks; “signed in”: whoever has a session.',
    table(['route', 'permission', ...titles], calls),
  );
}

function whoCalls({ may }: Route, cells: (permission: Permission) => string[]): string[] {
  if (may !== 'anyone' && may !== 'signed-in') return [code(may), ...cells(permissions[may])];
  const members = roles.map(() => '●');
  const tokens = tokenScopes.map(() => yes(may === 'anyone'));
  return [may === 'anyone' ? 'anyone' : 'signed in', ...members, ...tokens, '●'];
}
