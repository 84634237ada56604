import { z } from 'zod';
import { version } from '../version.ts';

/** The format that this release writes. It counts up with every change that an older release could not read. */
export const backupFormat = 1;

/** Names of the entries of a back-up that are not data, in their places: first, last but one, last. */
export const metaNames = { manifest: 'manifest.json', parts: 'parts.json', seal: 'seal' } as const;

const shape = z.object({ name: z.string(), type: z.string() });

const manifestSchema = z.object({
  product: z.literal('vigie'),
  format: z.number().int().positive(),
  /** The release that wrote it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  records: z.object({
    /** The newest migration that had run. */
    migration: z.string(),
    tables: z.array(z.object({ name: z.string(), columns: z.array(shape) })),
    counters: z.array(z.object({ table: z.string(), column: z.string(), last: z.string().nullable() })),
  }),
  /** Each workspace with the last sequence of its journal that is in the file; null: records only. */
  journals: z.array(z.object({ workspace: z.string(), lastSeq: z.number().int().nonnegative() })).nullable(),
  /** Tells whether the secret of an installation is the one that sealed the values in here. */
  secretMark: z.string(),
});

/** What a back-up says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a back-up that this release takes. */
export function manifestOf(
  records: Manifest['records'],
  journals: Manifest['journals'],
  of: { readonly atMs: number; readonly secretMark: string },
): Manifest {
  const takenAt = new Date(of.atMs).toISOString();
  return { product: 'vigie', format: backupFormat, version, takenAt, records, journals, secretMark: of.secretMark };
}

const partSchema = z.object({
  name: z.string(),
  rows: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A part of a back-up: an entry with data. `bytes` and `sha256` are those of the entry as it stands in the file. */
export type Part = z.infer<typeof partSchema>;

/** Rows of the records in these parts. */
export function rowsIn(parts: readonly Part[]): number {
  return sumOf(parts, 'records/');
}

/** Events of the journals in these parts. */
export function eventsIn(parts: readonly Part[]): number {
  return sumOf(parts, 'journal/');
}

function sumOf(parts: readonly Part[], prefix: string): number {
  return parts.filter(({ name }) => name.startsWith(prefix)).reduce((sum, { rows }) => sum + rows, 0);
}

const markerSchema = z.object({
  product: z.literal('vigie'),
  format: z.number(),
  version: z.string(),
  takenAt: z.iso.datetime(),
});

/** What the manifests of all formats, later ones too, say alike; null where the bytes are not those of a manifest. */
export function readMarker(bytes: Uint8Array): z.infer<typeof markerSchema> | null {
  return markerSchema.safeParse(parseJson(bytes)).data ?? null;
}

/** The manifest of this format; null where the bytes are something else. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  return manifestSchema.safeParse(parseJson(bytes)).data ?? null;
}

/** The list of parts; null where the bytes are something else. */
export function readParts(bytes: Uint8Array): Part[] | null {
  return z.array(partSchema).safeParse(parseJson(bytes)).data ?? null;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
