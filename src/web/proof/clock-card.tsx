import { useTranslation } from 'react-i18next';
import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { Verdict } from '../ui/verdict.tsx';
import classes from './proof.module.css';
import { SpanTable } from './span-table.tsx';
import { Timeline } from './timeline.tsx';
import { usedWords, useHolderName } from './words.ts';

interface Props {
  readonly proof: Proof;
  readonly each: ClockProofView;
}

/** One clock: verdict, drawn timeline, who held it, and the rule and calendar behind it. */
export function ClockCard({ proof, each }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const holderName = useHolderName(proof.labels);
  const { clock, policy, calendar, formula } = each;
  const used = usedWords(clock);
  const metric = t(`vocabulary.metric.${clock.metric}`);
  return (
    <section className={classes.card}>
      <header className={classes.head}>
        <h2 className={classes.metric}>
          {metric}
          {clock.cycle > 1 && <span className={classes.cycle}>{t('proof.cycle', { cycle: clock.cycle })}</span>}
        </h2>
        <span className={`${classes.target} figures`}>
          {t('proof.target', { target: format.exactDuration(clock.targetSeconds) })}
        </span>
        <Verdict kind={clock.status} />
        <span className={`${classes.used} figures`}>
          {t('proof.used', { used: format.exactDuration(clock.elapsedSeconds) })}
          <span className={used.over ? classes.over : classes.left}>
            {t(used.over ? 'proof.over' : 'proof.left', {
              over: format.exactDuration(used.seconds),
              left: format.exactDuration(used.seconds),
            })}
          </span>
        </span>
      </header>
      <Timeline proof={proof} each={each} />
      <p className={`${classes.held} figures`}>
        <span className={classes.term}>{t('proof.heldBy')}</span>
        {clock.bookings
          .filter(({ seconds }) => seconds > 0)
          .map(({ holder, seconds }) => (
            <span key={`${holder.kind} ${holder.id}`}>
              {t('proof.heldByName', { holder: holderName(holder), duration: format.exactDuration(seconds) })}
            </span>
          ))}
        {clock.holderAtBreach !== null && (
          <span className={classes.over}>
            {t('proof.holderAtBreach', { holder: holderName(clock.holderAtBreach) })}
          </span>
        )}
      </p>
      <p className={classes.basis}>
        <span>
          {t(`vocabulary.policyKind.${clock.policyKind}`)} ·{' '}
          {t('proof.policy', { name: policy.name, version: policy.version })}, {t('proof.rule', { rule: policy.rule })}
        </span>
        <span>
          {calendar.id === 'always'
            ? t('proof.always')
            : t('proof.calendar', { name: calendar.name, version: calendar.version, zone: calendar.timeZone })}
        </span>
        <span>{t('common.pair', { name: t('proof.formula'), value: format.text(formula) })}</span>
        {clock.provisional && <span>{t('proof.provisional')}</span>}
        {clock.superseded && <span>{t('proof.superseded')}</span>}
        {clock.bounded && <span>{t('proof.bounded')}</span>}
      </p>
      <SpanTable proof={proof} each={each} />
    </section>
  );
}
