import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * Everything a change must pass: lint, layers, types, dead code, unit, database and browser tests. The last line counts
 * them; each check counts as one. `npm test -- db` runs the database tests only.
 */
const only = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

function run(title: string, command: string, args: string[]): boolean {
  console.log(`\n▸ ${title}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`  ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

function check(title: string, command: string, args: string[]): void {
  if (run(title, command, args)) counts.passed++;
  else counts.failed++;
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly testResults?: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/** Where the time of a suite goes, so that whoever finds it long knows where to begin. */
function tellSlowest({ testResults = [] }: Report): void {
  const files = testResults.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }));
  for (const { name, seconds } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 8)) {
    console.log(`  ${seconds.toFixed(0).padStart(4)} s  ${relative('.', name)}`);
  }
}

/** Runs a suite and adds its counts; a suite that breaks before it counts anything is one failure. */
function suite(title: string, args: string[]): void {
  const file = join(folder, `${title.replaceAll(' ', '-')}.json`);
  const ok = run(title, 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args]);
  let failed = 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    counts.passed += report.numPassedTests ?? 0;
    failed = report.numFailedTests ?? 0;
    counts.skipped += (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
    tellSlowest(report);
  } catch {
    failed = 1;
  }
  counts.failed += ok ? failed : Math.max(1, failed);
}

if (only === 'db') {
  suite('database tests', ['.db.test.ts']);
} else {
  check('lint', 'biome', ['ci', '.']);
  check('types', 'tsc', ['-p', 'tsconfig.json']);
  check('types of the domain, without Node and DOM', 'tsc', ['-p', 'tsconfig.domain.json']);
  check('types of the web app', 'tsc', ['-p', 'tsconfig.web.json']);
  check('dead code and dependencies', 'knip', []);
  check('build of the web app', 'vite', ['build', '--logLevel', 'warn']);
  suite('unit and database tests', []);
  suite('browser tests', ['--config', 'vitest.e2e.config.ts']);
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
