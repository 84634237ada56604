import { useTranslation } from 'react-i18next';
import type { ClockView } from '#contract/schemas/clock.ts';
import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import { useNames } from '../state/use-names.ts';

/** What is left of a target, or by how much it was missed. */
export function usedWords(clock: ClockView): { readonly over: boolean; readonly seconds: number } {
  const over = clock.elapsedSeconds > clock.targetSeconds;
  return {
    over,
    seconds: over ? clock.elapsedSeconds - clock.targetSeconds : clock.targetSeconds - clock.elapsedSeconds,
  };
}

type Holder = ClockView['bookings'][number]['holder'];

/** `Léa`, `Queue “Retours”`, `Customer`. */
export function useHolderName(labels: Labels): (holder: Holder) => string {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return ({ kind, id }) => {
    const word = t(`vocabulary.holder.${kind}`);
    if (id === null) return word;
    if (kind === 'agent') return names('agent', id, labels);
    const name = names(kind === 'queue' ? 'team' : kind, id, labels);
    return i18n.language === 'fr' ? `${word} «\u202f${name}\u202f»` : `${word} “${name}”`;
  };
}

type Span = ClockProofView['spans'][number];

/** Why a span counts or not. */
export function useSpanWords(): (span: Span) => string {
  const { t } = useTranslation();
  const names = useNames();
  return ({ kind, reason }) => {
    if (kind === 'paused' && reason !== null) return t('proof.pausedWhy', { reason: names('status', reason) });
    const word = t(`proof.${kind}`);
    return reason === null || kind !== 'closed' ? word : `${word} (${reason})`;
  };
}
