import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileRules } from '../compile-rules.ts';
import { findPolicyProblems } from '../editing/find-problems.ts';
import { parsePolicy } from '../parse-policy.ts';
import { policyPresets } from './index.ts';
import { draftOfPreset } from './preset.ts';

const as = { language: 'fr', timeZone: 'Europe/Paris', effectiveFrom: '2026-11-01T00:00:00Z' } as const;

test('every file of the folder is a preset of the list', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/^(index|preset|presets\.test)\.ts$/.test(name));
  expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(policyPresets.map(({ id }) => id).sort());
});

test.each(policyPresets.map((preset) => [preset.id, preset] as const))(
  '%s can be taken over as it is, but for a time that nobody could read',
  (_, preset) => {
    const { policies, calendars } = draftOfPreset(preset, as);
    expect(policies.map(parsePolicy)).toEqual(policies);
    expect(() => compileRules({ calendars, policies })).not.toThrow();
    const known = { calendars: calendars.map(({ id }) => id), channels: [] };
    const problems = policies.flatMap((policy) => findPolicyProblems(policy, known).map(({ code }) => code));
    expect(problems).toEqual(preset.id === 'cdiscount' ? ['policy.no-targets'] : []);
  },
);

test.each(policyPresets.map((preset) => [preset.id, preset] as const))(
  '%s names the page of each of its times and the day it was read, or says that there is none',
  (_, { sources, missing }) => {
    for (const { url, readOn } of sources) {
      expect(url).toMatch(/^https:\/\//);
      expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(sources.length > 0 || missing !== null).toBe(true);
  },
);
