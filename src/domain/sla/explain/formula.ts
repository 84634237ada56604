import type { LocalText } from '../../error.ts';
import type { Clock } from '../clock.ts';
import type { ProofSpan } from './explain-clock.ts';

/** One piece of the reckoning of a clock; `seconds` are what the piece is about, `of` names a status or an event. */
export interface FormulaStep {
  readonly code: keyof typeof formulaTexts;
  readonly seconds: number | null;
  readonly of: string | null;
}

/** What each piece says; durations and names are filled in. */
export const formulaTexts = {
  counted: { en: '{seconds} counted', fr: '{seconds} comptées' },
  target: { en: 'of a target of {seconds}', fr: 'sur un objectif de {seconds}' },
  closed: { en: 'outside opening hours {seconds}', fr: 'hors ouverture {seconds}' },
  paused: { en: 'paused ({of}) {seconds}', fr: 'en pause ({of}) {seconds}' },
  solved: { en: 'solved in between {seconds}', fr: 'résolu entre-temps {seconds}' },
  running: { en: 'still running', fr: 'toujours en cours' },
  standing: { en: 'standing still', fr: 'à l’arrêt' },
  met: { en: 'met', fr: 'tenu' },
  breached: { en: 'breached by {seconds}', fr: 'dépassé de {seconds}' },
  cancelled: { en: 'ended without a verdict ({of})', fr: 'terminé sans verdict ({of})' },
  'changed-too-late': {
    en: 'the target of then was used up already, so the breach is at the change',
    fr: 'le nouvel objectif était déjà épuisé, le dépassement date donc du changement',
  },
  superseded: { en: 'kept although another policy applies now', fr: 'conservé bien qu’une autre règle s’applique' },
  provisional: { en: 'provisional until closed', fr: 'provisoire jusqu’à la clôture' },
  bounded: { en: 'known only to lie between two observations', fr: 'connu seulement entre deux observations' },
} as const satisfies Record<string, LocalText>;

function step(code: FormulaStep['code'], seconds: number | null = null, of: string | null = null): FormulaStep {
  return { code, seconds, of };
}

function lengthOf(spans: readonly ProofSpan[]): number {
  return Math.floor(spans.reduce((sum, { from, to }) => sum + to - from, 0) / 1000);
}

function notCounted(spans: readonly ProofSpan[]): FormulaStep[] {
  const closed = spans.filter(({ kind }) => kind === 'closed');
  const solved = spans.filter(({ kind }) => kind === 'solved');
  const paused = Map.groupBy(
    spans.filter(({ kind }) => kind === 'paused'),
    ({ reason }) => reason,
  );
  return [
    ...(closed.length > 0 ? [step('closed', lengthOf(closed))] : []),
    ...[...paused].map(([status, some]) => step('paused', lengthOf(some), status)),
    ...(solved.length > 0 ? [step('solved', lengthOf(solved))] : []),
  ];
}

function verdict({ status, overrunSeconds, stoppedBy }: Clock): FormulaStep {
  if (status === 'running') return step('running');
  if (status === 'paused') return step('standing');
  if (status === 'met') return step('met');
  return status === 'breached' ? step('breached', overrunSeconds) : step('cancelled', null, stoppedBy);
}

/** The reckoning of a clock in pieces: what counts, what does not and why, the verdict and what qualifies it. */
export function formulaOf(clock: Clock, spans: readonly ProofSpan[]): readonly FormulaStep[] {
  const { breachedAt, dueAt } = clock;
  const late = breachedAt !== null && dueAt !== null && breachedAt > dueAt;
  return [
    step('counted', clock.elapsedSeconds),
    step('target', clock.targetSeconds),
    ...notCounted(spans),
    verdict(clock),
    ...(late ? [step('changed-too-late')] : []),
    ...(clock.superseded ? [step('superseded')] : []),
    ...(clock.provisional ? [step('provisional')] : []),
    ...(clock.bounded ? [step('bounded')] : []),
  ];
}
