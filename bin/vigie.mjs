#!/usr/bin/env node
// Runs Vigie under the Node that npm installed with it, whatever the machine's own is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const wanted = 26;

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  await import('../src/main.ts');
} else {
  runPinned();
}

function findPinned() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function runPinned() {
  const node = findPinned();
  if (node === null) {
    console.error(`Vigie needs Node ${wanted}, which comes with its packages. Run “npm ci” first.`);
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; it decides how to end, and this process ends with it.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    });
  }
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
