import { Readable } from 'node:stream';
import { constants, gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { listTargets } from '#connectors/csv/targets.ts';
import { previewFile } from '#connectors/open-file.ts';
import type { preview } from '#contract/schemas/data-in/import.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';

type Preview = z.infer<typeof preview>;

const samplesPerColumn = 5;
const statuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'];

/** What the first bytes of a file tell: its columns, some rows and the mapping they suggest. Nothing is kept. */
export async function previewImport(app: App, name: string, sent: Uint8Array): Promise<Preview> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const head = unpackHead(sent);
  const file = await previewFile({ name, stream: Readable.from([head]) }, { timeZone });
  const encoding = findEncoding(head);
  if (file.guess === null) {
    return {
      format: file.format,
      delimiter: null,
      encoding,
      columns: [],
      rows: [],
      mapping: null,
      targets: [],
      statuses,
    };
  }
  const { header, preview: rows, mapping } = file.guess;
  const columns = header.map((column, at) => ({ name: column, samples: samplesOf(rows, at) }));
  return {
    format: file.format,
    delimiter: mapping.delimiter,
    encoding,
    columns,
    rows: rows.map((row) => [...row]),
    mapping: { ...mapping, missing: [...mapping.missing] },
    targets: [...listTargets(mapping.shape)],
    statuses,
  };
}

function samplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, samplesPerColumn);
}

/** The beginning of a gzipped file is unpacked as far as it goes; the rest of it was not sent. */
function unpackHead(sent: Uint8Array): Uint8Array {
  if (sent[0] !== 0x1f || sent[1] !== 0x8b) return sent;
  try {
    return gunzipSync(sent, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return sent;
  }
}

function findEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    // The last letter may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
