import { randomUUID } from 'node:crypto';
import type { ImportView } from '#contract/schemas/data-in/import.ts';
import type { App } from '../app.ts';
import type { By } from '../audit/record-audit.ts';
import { loadSample } from '../load-sample.ts';
import { type SampleId, samples } from '../samples.ts';
import { runInBackground } from './running-imports.ts';

/** Loads a bundled sample in the background; the answer is how its import begins. */
export function startSample(
  app: App,
  id: SampleId,
  size: { readonly tickets?: number | undefined; readonly seed?: number | undefined },
  by: By,
  onFailure: (error: unknown) => void = () => {},
): Promise<ImportView> {
  const importId = randomUUID();
  const { source, title } = samples[id];
  const given = {
    ...(size.tickets !== undefined && { tickets: size.tickets }),
    ...(size.seed !== undefined && { seed: size.seed }),
  };
  const work = () => loadSample(app, id, { ...given, importId, by });
  return runInBackground(app, { importId, name: title.en, source, sample: id, totalBytes: null, work, onFailure });
}
