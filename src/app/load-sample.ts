import { readFile } from 'node:fs/promises';
import { parsePolicy } from '#domain/sla/parse-policy.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import { saveRules } from '#records/rules.ts';
import { saveSource } from '#records/sources.ts';
import { getWorkspace, updateWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { type By, byOperator, recordAudit } from './audit/record-audit.ts';
import { type ImportRequest, type ImportSummary, importFile } from './imports/import-file.ts';
import { auditRules } from './rules/adopt-rules.ts';
import { type SampleId, samples } from './samples.ts';

export interface SampleOptions extends Pick<ImportRequest, 'importId' | 'onProgress'> {
  /** Size and seed of the generated sample. */
  readonly tickets?: number;
  readonly seed?: number;
  /** Who loads it; the operator at the machine unless said. */
  readonly by?: By;
}

const DEFAULT_SEED = 1;

/** Loads a bundled sample with its calendar, its policies and what must be said of it. Loading it again changes nothing. */
export async function loadSample(app: App, id: SampleId, options: SampleOptions = {}): Promise<ImportSummary> {
  const sample = samples[id];
  const { by = byOperator } = options;
  await recordAudit(app.records, app.workspace, by, { action: 'sample.loaded', subject: id });
  await saveSampleRules(app, id, by);
  const { source, title, generated, attribution } = sample;
  await saveSource(app.records, app.workspace, { id: source, name: title.en, generated, attribution });
  const { tickets = sample.tickets, seed = DEFAULT_SEED, by: _, ...rest } = options;
  const read: ImportRequest['read'] = sample.log
    ? {
        kind: 'file',
        path: sample.log.file,
        name: 'incident_event_log.csv.gz',
        source,
        mapping: await readJson(sample.log.mapping),
      }
    : { kind: 'marketplace', tickets, seed };
  return importFile(app, { read, name: title.en, source, ...rest });
}

/** Brings the calendars and policies of a sample into force; a workspace without data takes its zone and calendar too. */
export async function saveSampleRules(app: App, id: SampleId, by: By = byOperator): Promise<void> {
  const sample = samples[id];
  const calendars = (await readJson(sample.calendars)) as unknown[];
  const policies = (await readJson(sample.policies)) as unknown[];
  const rules = {
    calendars: calendars.map((calendar) => parseCalendar(calendar).calendar),
    policies: policies.map((policy) => parsePolicy(policy)),
  };
  const { changed } = await saveRules(app.records, app.workspace, rules);
  if (changed) await auditRules(app, rules, by);
  const workspace = await getWorkspace(app.records, app.workspace);
  if ((await app.journal.lastSeq()) === 0 || workspace.businessCalendar === 'always') {
    const { timeZone, businessCalendar } = sample;
    await updateWorkspace(app.records, app.workspace, { timeZone, businessCalendar });
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
