import type { LocalText } from '../../error.ts';
import type { Expression } from '../expression.ts';
import { amountInBucket } from '../ledger.ts';
import { breached, excused, isPresent, live, met } from '../populations.ts';
import { subscribedAt } from '../subscribed.ts';
import { onScale } from '../survey-scale.ts';

const scores = [5, 7, 10].map(
  (top) => [onScale(top), { en: `score out of ${top}`, fr: `note sur ${top}` }] as [Expression, LocalText],
);

/** Expressions that have a name of their own, which says more than what they are made of. */
const named: readonly (readonly [Expression, LocalText])[] = [
  ...scores,
  [live, { en: 'neither merged nor deleted', fr: 'ni fusionné ni supprimé' }],
  [met, { en: 'met', fr: 'respecté' }],
  [breached, { en: 'breached (overdue ones too)', fr: 'dépassé (ou échu)' }],
  [excused, { en: 'excused', fr: 'excusé' }],
  [isPresent, { en: 'online, busy or away', fr: 'en ligne, occupé ou absent' }],
  [amountInBucket, { en: 'share of the amount within the period', fr: 'part du montant imputée à la période' }],
  [subscribedAt('start'), { en: 'subscribed at the start', fr: 'abonné au début' }],
  [subscribedAt('end'), { en: 'subscribed at the end', fr: 'abonné à la fin' }],
];

const byText = new Map(named.map(([expression, text]) => [JSON.stringify(expression), text]));

export function findName(expression: Expression): LocalText | null {
  return byText.get(JSON.stringify(expression)) ?? null;
}
