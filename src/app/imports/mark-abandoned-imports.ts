import { listUnfinishedImports, markInterrupted } from '#records/imports.ts';
import type { App } from '../app.ts';

/** The name that a process holds while it runs an import. */
export function importName(importId: string): string {
  return `import ${importId}`;
}

/** Says of imports that no living process runs that they were cut off: running them again completes them. */
export async function markAbandonedImports({ records, workspace, locks, now }: App): Promise<void> {
  for (const id of await listUnfinishedImports(records, workspace)) {
    const claim = await locks.claim(importName(id));
    if (!claim) continue;
    // Under the claim, and only if it is still unfinished: its process may just have ended well.
    await markInterrupted(records, workspace, id, new Date(now())).finally(() => claim.release());
  }
}
