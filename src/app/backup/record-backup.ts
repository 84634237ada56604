import { type By, recordAudit } from '../audit/record-audit.ts';
import type { Installation } from '../installation.ts';
import type { Manifest } from './manifest.ts';

/** Writes into the audit log of every workspace that its data are in a back-up. */
export async function recordBackup({ records }: Installation, by: By, { takenAt, journals }: Manifest): Promise<void> {
  for (const { workspace, lastSeq } of journals ?? []) {
    const deed = { action: 'installation.backed-up', details: { takenAt, lastSeq } };
    await recordAudit(records.everywhere, workspace, by, deed);
  }
}
