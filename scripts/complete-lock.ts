import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Names in package-lock.json the optional packages of other platforms (engines, compilers) that npm left out because the
 * registry at hand did not serve them when the lock was written. Without them `npm ci` refuses the lock; with them it passes
 * over those of other platforms. Run it after each change of dependencies.
 */
interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix'];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const path = resolve(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
const added: string[] = [];

for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || Object.keys(lock.packages).some((key) => key.endsWith(`/${place}`))) continue;
    const platform = platformOf(name);
    if (!platform) continue;
    lock.packages[place] = {
      version: range.replace(/^[~^]/, ''),
      ...platform,
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added.push(name);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'))),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock names every platform.' : `Added ${added.length}: ${added.join(', ')}`);

/** The platform that a package is for, read from its name; null where the name tells none. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split('/').at(-1)?.split(/[-.]/) ?? [];
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word)).map((word) => (word === 'armv7' ? 'arm' : word));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : null;
  if (os.length === 0 && cpu.length === 0) return null;
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(libc && os.includes('linux') && { libc }),
  };
}
