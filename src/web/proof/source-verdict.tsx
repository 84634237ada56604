import { useTranslation } from 'react-i18next';
import type { Proof } from '../api/queries.ts';
import { Verdict } from '../ui/verdict.tsx';
import classes from './proof.module.css';

/** Ours for the ticket: breached if any clock that binds us to a customer or marketplace is, met if all decided ones are; null while nothing is decided. */
function ownVerdict(proof: Proof): boolean | null {
  const decided = proof.clocks
    .filter(({ clock }) => clock.policyKind !== 'internal')
    .map(({ clock }) => clock.status)
    .filter((status) => status === 'met' || status === 'breached');
  return decided.length === 0 ? null : decided.every((status) => status === 'met');
}

/** What the source itself says of its SLA, beside what we measured. */
export function SourceVerdict({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  const theirs = proof.ticket.sourceSlaMet;
  const ours = ownVerdict(proof);
  if (theirs === null) return null;
  return (
    <p className={classes.source}>
      {t('proof.sourceVerdict')}
      <Verdict kind={theirs ? 'met' : 'breached'} label={theirs ? t('ticket.sourceMet') : t('ticket.sourceMissed')} />
      {ours !== null && <span>{ours === theirs ? t('proof.agrees') : t('proof.differs')}</span>}
    </p>
  );
}
