import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LockedPackage, listForbidden } from './audit/licences.ts';
import { judgeAudit } from './audit/vulnerabilities.ts';

/**
 * Looks at what others wrote: the licence of every package of the lock, which needs no network, and vulnerabilities that are
 * known of those that run. Where the registry answers no such question it says so, and does not fail.
 */
const lock = resolve(import.meta.dirname, '../package-lock.json');
const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, LockedPackage> };

const forbidden = listForbidden(packages);
const count = Object.keys(packages).length - 1;
console.log(
  forbidden.length === 0
    ? `Licences of ${count} packages are allowed.`
    : `Licences that are not allowed: ${forbidden.join(', ')}`,
);

const asked = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];
const { stdout } = spawnSync('npm', asked, { encoding: 'utf8' });
const verdict = judgeAudit(stdout ?? '');
console.log(verdict.text);

process.exitCode = forbidden.length > 0 || (verdict.ran && !verdict.passed) ? 1 : 0;
