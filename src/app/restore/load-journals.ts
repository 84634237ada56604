import type { Analytics } from '#analytics/client.ts';
import { measureJournal } from '#analytics/journal-pieces.ts';
import { decompress } from '../backup/compress.ts';
import type { VerifiedBackup } from '../backup/verify-backup.ts';
import { readParts } from './read-parts.ts';

/** Fills empty journals from a back-up and counts them; gives how many events there are. */
export async function loadJournals(
  analytics: Analytics,
  file: string,
  backup: VerifiedBackup,
  onRows: (rows: number) => void,
): Promise<number> {
  const events = new Map<number, number>();
  for await (const { name, rows, content } of readParts(file, backup, 'journal/')) {
    await analytics.insertNative('events', await decompress(content));
    const place = Number(name.split('/')[1]);
    events.set(place, (events.get(place) ?? 0) + rows);
    onRows(rows);
  }
  for (const [at, { workspace, lastSeq }] of (backup.manifest.journals ?? []).entries()) {
    const found = await measureJournal(analytics, { workspace, upTo: Number.MAX_SAFE_INTEGER });
    const expected = events.get(at + 1) ?? 0;
    if (found.events === expected && found.lastSeq <= lastSeq) continue;
    throw new Error(
      `the journal of ${workspace} has ${found.events} events up to ${found.lastSeq}, not ${expected} up to ${lastSeq}`,
    );
  }
  return [...events.values()].reduce((sum, rows) => sum + rows, 0);
}
