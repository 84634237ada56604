import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generatedFiles } from './gen/pages.ts';

/** Writes the generated files; with `--check` it only compares, and exits 1 when one is out of date. */
const root = resolve(import.meta.dirname, '..');
const checks = process.argv.includes('--check');
let changed = 0;

for (const [path, build] of Object.entries(generatedFiles)) {
  const file = resolve(root, path);
  const text = await build();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  changed++;
  console.log(`${checks ? 'out of date' : 'written'}: ${path}`);
  if (checks) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (checks && changed > 0) {
  console.error('Run “npm run gen” and commit the result.');
  process.exitCode = 1;
}
