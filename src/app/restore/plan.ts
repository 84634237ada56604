import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { urlOfDatabase } from '#analytics/databases.ts';
import { urlOfSchema } from '#records/schemas.ts';
import type { Places } from '../open-installation.ts';

const planSchema = z.object({
  /** The folder of the data folder to which the data that was there is moved. */
  kept: z.string(),
  /** Where the records are built on a PostgreSQL server; null: in the folder of the restore. */
  schema: z.string().nullable(),
  /** Where the figures are built on a ClickHouse server; null: in the folder of the restore. */
  database: z.string().nullable(),
});

/** What a restore has set out to do, written down before it does anything. */
export type RestorePlan = z.infer<typeof planSchema>;

/** The folder in which a restore builds what it will put in place. */
export function restoreFolder(dataFolder: string): string {
  return join(dataFolder, 'restoring');
}

/** An instant as it stands in names, to the second, in UTC: `20260302T090000Z`. */
export function instantInName(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');
}

export async function beginPlan(places: Places, atMs: number): Promise<RestorePlan> {
  const id = randomBytes(4).toString('hex');
  const plan: RestorePlan = {
    kept: join('kept', `replaced-${instantInName(atMs)}-${id}`),
    schema: places.databaseUrl === null ? null : `vigie_restoring_${id}`,
    database: places.clickhouseUrl === null ? null : `vigie_restoring_${id}`,
  };
  const folder = restoreFolder(places.dataFolder);
  await mkdir(folder, { mode: 0o700 });
  await writeSynced(join(folder, 'plan.json'), JSON.stringify(plan));
  return plan;
}

/** From here on the restore is completed, whatever happens. */
export async function markReady(dataFolder: string): Promise<void> {
  await writeSynced(join(restoreFolder(dataFolder), 'ready'), '');
}

/** What a restore left; null where none did. Without a plan nothing was made outside its folder. */
export async function findPlan(
  dataFolder: string,
): Promise<{ readonly plan: RestorePlan | null; readonly ready: boolean } | null> {
  const folder = restoreFolder(dataFolder);
  if (!existsSync(folder)) return null;
  const text = await readFile(join(folder, 'plan.json'), 'utf8').catch(() => '');
  return { plan: readPlan(text), ready: existsSync(join(folder, 'ready')) };
}

/** A plan of which only a part was written was not begun. */
function readPlan(text: string): RestorePlan | null {
  try {
    return planSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export async function removePlan(dataFolder: string): Promise<void> {
  await rm(restoreFolder(dataFolder), { recursive: true, force: true });
}

/** Where the restore builds: the same kinds of store as those in use, beside them. */
export function besidePlaces(places: Places, plan: RestorePlan): Places {
  const { databaseUrl, clickhouseUrl } = places;
  return {
    ...places,
    dataFolder: restoreFolder(places.dataFolder),
    databaseUrl: databaseUrl && plan.schema ? urlOfSchema(databaseUrl, plan.schema) : databaseUrl,
    clickhouseUrl: clickhouseUrl && plan.database ? urlOfDatabase(clickhouseUrl, plan.database) : clickhouseUrl,
  };
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
