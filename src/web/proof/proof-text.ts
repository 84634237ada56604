import { useTranslation } from 'react-i18next';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useHolderName, useSpanWords } from './words.ts';

/** The proof as plain text, to paste into a mail or a ticket. */
export function useProofText(proof: Proof): () => string {
  const { t } = useTranslation();
  const format = useFormat();
  const holderName = useHolderName(proof.labels);
  const spanWords = useSpanWords();
  const at = (instant: string) => format.exactInstant(instant, proof.timeZone);
  return () => {
    const lines = [`${proof.ticket.key}${proof.ticket.subject === null ? '' : ` · ${proof.ticket.subject}`}`];
    for (const { clock, policy, calendar, spans, formula } of proof.clocks) {
      lines.push(
        '',
        `${t(`vocabulary.metric.${clock.metric}`)} (${t('proof.cycle', { cycle: clock.cycle })}): ${t(`vocabulary.clock.${clock.status}`)}`,
        `${t('proof.target', { target: format.exactDuration(clock.targetSeconds) })}, ${t('proof.used', { used: format.exactDuration(clock.elapsedSeconds) })}`,
        `${t('proof.policy', { name: policy.name, version: policy.version })}, ${t('proof.rule', { rule: policy.rule })}`,
        calendar.id === 'always'
          ? t('proof.always')
          : t('proof.calendar', { name: calendar.name, version: calendar.version, zone: calendar.timeZone }),
        `${t('proof.started')} ${at(clock.startedAt)}`,
        ...(clock.dueAt === null ? [] : [`${t('proof.due')} ${at(clock.dueAt)}`]),
        ...(clock.stoppedAt === null ? [] : [`${t('proof.stopped')} ${at(clock.stoppedAt)}`]),
        ...spans.map(
          (span) =>
            `  ${at(span.from)} – ${at(span.to)}  ${spanWords(span)}  ${format.exactDuration(span.seconds)}  ${span.holder === null ? '' : holderName(span.holder)}`,
        ),
        t('common.pair', { name: t('proof.formula'), value: format.text(formula) }),
      );
    }
    return [...lines, '', t('proof.zoneNote', { zone: proof.timeZone })].join('\n');
  };
}
