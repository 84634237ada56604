import type { Language, LocalText } from '../../error.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Policy } from '../policy.ts';

/** A public page of the marketplace, what it says in our words, and the day it was read. */
export interface PresetSource {
  readonly title: string;
  readonly url: string;
  /** `2026-11-26`; the page may have changed since. */
  readonly readOn: string;
  readonly says: LocalText;
}

/** A policy that a preset offers; it begins when somebody takes it over. */
export interface PresetPolicy extends Omit<Policy, 'name' | 'effectiveFrom'> {
  readonly name: LocalText;
}

/** What a marketplace asks of its sellers, ready to be taken over and changed. A clock without a source is left out. */
export interface PolicyPreset {
  readonly id: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly sources: readonly PresetSource[];
  /** What was looked for and not found, or counted more strictly than asked. Null: nothing. */
  readonly missing: LocalText | null;
  readonly policies: readonly PresetPolicy[];
  /** Calendars that its policies count in, in the zone of the workspace. */
  readonly calendars: readonly Omit<Calendar, 'timeZone'>[];
}

/** The policies and calendars of a preset as somebody begins to edit them. */
export function draftOfPreset(
  preset: PolicyPreset,
  as: { readonly language: Language; readonly timeZone: string; readonly effectiveFrom: string },
): { readonly policies: readonly Policy[]; readonly calendars: readonly Calendar[] } {
  return {
    policies: preset.policies.map((policy) => ({
      ...policy,
      name: policy.name[as.language],
      effectiveFrom: as.effectiveFrom,
    })),
    calendars: preset.calendars.map((calendar) => ({ ...calendar, timeZone: as.timeZone })),
  };
}
