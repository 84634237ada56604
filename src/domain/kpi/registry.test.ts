import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../report/answer-question.ts';
import { reports } from '../report/catalogue/index.ts';
import { getDimension } from '../report/dimension.ts';
import { questionOf } from '../report/get-report.ts';
import { groupKeyOf } from '../report/scan/group-key.ts';
import { kpis } from './index.ts';
import { aggregatesOf } from './measure.ts';
import { statisticsOf } from './resolve-kpi.ts';

const filesOf = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();

const narrowSpace = /(?<!\u202f)[:;!?%»](?=\s|$)|«(?!\u202f)/;

describe('each KPI', () => {
  test('has a file of its name and stands in the list once', () => {
    expect(kpis.map(({ id }) => id).sort()).toEqual(filesOf('./kpis/'));
  });

  test.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s speaks both languages and names its variants', (_, kpi) => {
    const texts = [
      kpi.label,
      kpi.help,
      kpi.population.text,
      ...Object.values(kpi.variants).flatMap((v) => [v.label, v.help]),
    ];
    for (const { en, fr } of texts) {
      expect(en).not.toBe('');
      expect(fr).not.toBe('');
      expect(fr).not.toMatch(narrowSpace);
    }
    expect(kpi.version).toBeGreaterThan(0);
    for (const [id, variant] of Object.entries(kpi.variants)) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(statisticsOf(kpi, variant)).toContain('n');
    }
  });
});

describe('each report', () => {
  test('has a file of its name and stands in the list once', () => {
    expect(reports.map(({ id }) => id).sort()).toEqual(filesOf('../report/catalogue/'));
  });

  test.each(reports.map((report) => [report.id, report] as const))('%s asks what its facts can answer', (_, report) => {
    const query = { ...questionOf(report), from: '2026-01-01', to: '2026-02-01' };
    for (const { kpi, measure } of figuresOf(query)) {
      for (const { source } of aggregatesOf(measure)) {
        for (const id of report.by) expect(groupKeyOf(getDimension(id).id, source, kpi.id, '$')).toBeTruthy();
      }
    }
    for (const { fr } of [report.title, report.question, report.about]) expect(fr).not.toMatch(narrowSpace);
  });
});
