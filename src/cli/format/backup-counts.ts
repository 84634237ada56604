import type { Manifest } from '#app/backup/manifest.ts';
import type { Cli } from '../cli.ts';
import { formatCount } from './figures.ts';

/** What a back-up holds, for people and programs. `records` are rows; null events: it holds the records only. */
export interface BackupCounts {
  readonly takenAt: string;
  readonly version: string;
  readonly workspaces: number | null;
  readonly events: number | null;
  readonly records: number;
}

export function countsOf(of: {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly events: number;
}): BackupCounts {
  const { takenAt, version, journals } = of.manifest;
  const events = journals === null ? null : of.events;
  return { takenAt, version, workspaces: journals?.length ?? null, events, records: of.rows };
}

const words = {
  workspaces: { en: ['workspace', 'workspaces'], fr: ['espace de travail', 'espaces de travail'] },
  events: { en: ['event', 'events'], fr: ['événement', 'événements'] },
  records: { en: ['record', 'records'], fr: ['fiche', 'fiches'] },
} as const;

export function describeCounts(counts: BackupCounts, cli: Cli): string {
  return (['workspaces', 'events', 'records'] as const)
    .flatMap((name) => (counts[name] === null ? [] : [formatCount(counts[name], words[name], cli.language)]))
    .join(', ');
}
