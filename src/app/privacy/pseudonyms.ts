import { createHmac, randomBytes } from 'node:crypto';
import type { Binder } from '#analytics/binder.ts';
import { pseudonymSql } from '#analytics/privacy/pseudonym-sql.ts';
import type { Person } from '#domain/privacy/person.ts';
import { findPersonColumn } from '#domain/privacy/person-columns.ts';
import { compilePseudonyms, pseudonymDigits } from '#domain/privacy/pseudonym.ts';
import type { App } from '../app.ts';
import type { PeopleSql } from '../reports/export-columns.ts';

/** The key of a workspace's pseudonyms: with it, and only with it, an id can be found by trying. */
export function pseudonymKey({ keys, workspace }: Pick<App, 'keys' | 'workspace'>): Buffer {
  return keys.derive(`pseudonyms of ${workspace}`);
}

/** The pseudonym of a person in this workspace, the same in every export. */
export function pseudonymOf(app: Pick<App, 'keys' | 'workspace'>, person: Person): string {
  const key = pseudonymKey(app);
  return compilePseudonyms((text) => createHmac('sha256', key).update(text).digest('hex'))(person);
}

/** Pseudonyms for the columns of people, and nothing for free texts, which may name them. */
export function peopleSql(key: Uint8Array, binder: Binder): PeopleSql {
  return (table, { name, kind }) => {
    if (kind === 'note') return 'CAST(NULL AS Nullable(String))';
    const person = findPersonColumn(table, name);
    if (person === null) return null;
    const column = `\`${name}\``;
    if (person !== 'holder') return pseudonymSql(column, person, key, binder);
    return `if(holder = 'agent', ${pseudonymSql(column, 'agent', key, binder)}, ${column})`;
  };
}

/**
 * A pseudonym that nobody can tell the customer from, not even with the keys of the installation: it is drawn, not derived.
 */
export function drawPseudonym(): string {
  return `erased-${randomBytes(pseudonymDigits / 2).toString('hex')}`;
}
