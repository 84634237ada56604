import { createReadStream } from 'node:fs';
import { type FilePreview, previewFile } from '#connectors/open-file.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';

export type { FilePreview } from '#connectors/open-file.ts';

/** What a file on disk seems to be: events, or a table with the mapping that its columns suggest. Nothing is kept. */
export async function guessFile(app: App, path: string, name: string): Promise<FilePreview> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const stream = createReadStream(path);
  try {
    return await previewFile({ name, stream }, { timeZone });
  } finally {
    stream.destroy();
  }
}
