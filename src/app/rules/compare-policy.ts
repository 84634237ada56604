import type { Language } from '#domain/error.ts';
import { compareVersions, type PolicyChange } from '#domain/sla/editing/compare-versions.ts';
import { policyPresets } from '#domain/sla/presets/index.ts';
import { draftOfPreset } from '#domain/sla/presets/preset.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { getVersion } from './policy-views.ts';

/** What changed between two versions. Throws `policy.unknown` and `policy.unknown-version`. */
export async function comparePolicy(
  app: App,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly PolicyChange[]> {
  const [before, after] = await Promise.all([getVersion(app, id, from), getVersion(app, id, to)]);
  return compareVersions(before, after);
}

/** The presets in a language, their policies beginning now and their calendars in the zone of the workspace. */
export async function listPresets(app: App, language: Language) {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const effectiveFrom = new Date(app.now()).toISOString();
  return policyPresets.map((preset) => ({
    ...preset,
    ...draftOfPreset(preset, { language, timeZone, effectiveFrom }),
  }));
}
