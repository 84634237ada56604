import type { LocalText } from '../../error.ts';

/** Kinds of reasons of a breach, never renamed. */
export const reasonKinds = {
  staffing: { en: 'Too few people', fr: 'Effectif insuffisant' },
  volume: { en: 'More tickets than expected', fr: 'Plus de tickets que prévu' },
  handover: { en: 'Lost in a handover', fr: 'Perdu lors d’un transfert' },
  'waiting-customer': { en: 'Waiting for the customer', fr: 'En attente du client' },
  'third-party': { en: 'Waiting for a third party', fr: 'En attente d’un tiers' },
  outage: { en: 'An outage or a defect', fr: 'Une panne ou un défaut' },
  'wrong-target': { en: 'The wrong target or calendar', fr: 'Mauvais objectif ou calendrier' },
  'data-error': { en: 'An error in the data', fr: 'Une erreur dans les données' },
  oversight: { en: 'An oversight', fr: 'Un oubli' },
  other: { en: 'Something else', fr: 'Autre chose' },
} as const satisfies Record<string, LocalText>;

export type ReasonKind = keyof typeof reasonKinds;

/** Who did something, and when (ISO 8601). */
export interface Doing {
  /** The id of a user; null: none. */
  readonly member: string | null;
  readonly name: string | null;
  readonly at: string;
}

export interface Explanation extends Doing {
  readonly kind: ReasonKind;
  readonly text: string;
  /** Whether they ask that the breach be excused. */
  readonly asksExcuse: boolean;
}

export interface Excuse extends Doing {
  readonly reason: string;
}

/** Who answers for a breach instead of whom the rules hold answerable: an agent, or a team. */
export interface Responsible extends Doing {
  readonly agent: string | null;
  readonly team: string | null;
  readonly reason: string;
}

/** What people said of a breach; it is about the cycle of a clock, whatever version its policy has. */
export interface BreachReview {
  readonly explanation: Explanation | null;
  readonly excuse: Excuse | null;
  readonly responsible: Responsible | null;
}

/** What of a review moves figures. */
export interface Judgement {
  readonly excused: boolean;
  readonly responsible: Pick<Responsible, 'agent' | 'team'> | null;
}
