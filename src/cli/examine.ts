import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { dirname } from 'node:path';
import { versions } from 'node:process';
import type { StoresReport } from '#app/stores/examine-stores.ts';
import { version } from '#app/version.ts';
import { givenSettings, type Settings, SettingsError, settingsReference } from '#settings';
import type { Cli } from './cli.ts';
import { hideSecret } from './hide-secret.ts';
import { FolderHeld } from './host/folder-held.ts';

/** What `vigie doctor` finds. `stores` is null where there is nothing to open, or it does not open. */
export interface Examination {
  readonly versions: { readonly vigie: string; readonly node: string; readonly platform: string };
  readonly embeddedAnalytics: boolean;
  readonly settings: readonly {
    readonly name: string;
    readonly value: string;
    readonly from: 'environment' | 'default';
    readonly meaning: string;
  }[];
  readonly dataFolder: { readonly path: string; readonly exists: boolean; readonly freeBytes: number };
  readonly stores: StoresReport | null;
}

/** Looks at everything, as far as it goes; `failure` is what kept it from going further. */
export async function examine(cli: Cli): Promise<{ found: Examination; failure: unknown }> {
  let failure: unknown = null;
  let stores: StoresReport | null = null;
  let settings: Settings | null = null;
  try {
    settings = await cli.settings();
    if (hasStores(settings)) {
      const { examineStores } = await import('#app/stores/examine-stores.ts');
      stores = await examineStores(await cli.installation(), await cli.app());
    }
  } catch (error) {
    if (error instanceof FolderHeld) throw error;
    failure = error;
  }
  const found = {
    versions: { vigie: version, node: versions.node, platform: `${platform()} ${release()} ${arch()}` },
    embeddedAnalytics: hasPackage('chdb'),
    settings: listSettings(failure),
    dataFolder: await examineFolder(settings?.dataFolder ?? cli.io.cwd),
    stores,
  };
  return { found, failure };
}

/** Looking must not make a data folder where there is none. */
function hasStores({ dataFolder, databaseUrl, clickhouseUrl }: Settings): boolean {
  return existsSync(dataFolder) || (databaseUrl !== null && clickhouseUrl !== null);
}

function listSettings(failure: unknown): Examination['settings'] {
  const given = givenSettings();
  const bad = new Map(
    failure instanceof SettingsError ? failure.problems.map(({ name, reason }) => [name, reason]) : [],
  );
  return settingsReference.map(({ name, meaning, default: fallback, secret }) => {
    const value = secret && given[name] !== undefined ? '…' : given[name];
    const from = value === undefined ? ('default' as const) : ('environment' as const);
    const reason = bad.get(name);
    const shown = value === undefined ? fallback : hideSecret(name, value);
    return { name, value: shown, from, meaning: reason ? `${meaning} — ${reason}` : meaning };
  });
}

function hasPackage(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function examineFolder(path: string): Promise<Examination['dataFolder']> {
  let nearest = path;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const { bavail, bsize } = await statfs(nearest);
  return { path, exists: existsSync(path), freeBytes: bavail * bsize };
}
