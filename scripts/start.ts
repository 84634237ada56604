import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the web app is built from. */
const inputs = ['src/web', 'src/presentation', 'src/contract', 'src/domain', 'vite.config.ts', 'package-lock.json'];
const output = 'dist/web/index.html';

const root = resolve(import.meta.dirname, '..');

function changedAt(path: string): number {
  const found = statSync(resolve(root, path), { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(resolve(root, path)).map((name) => changedAt(`${path}/${name}`));
  return Math.max(found.mtimeMs, ...inside);
}

const wanted = !process.argv.includes('--help') && !process.argv.includes('-h');
if (wanted && changedAt(output) <= Math.max(...inputs.map(changedAt))) {
  console.log('Building the web app…');
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
process.argv.splice(2, 0, 'start');
await import('../src/main.ts');
