import { useTranslation } from 'react-i18next';
import classes from './verdict.module.css';

export type VerdictKind = 'met' | 'breached' | 'running' | 'paused' | 'cancelled' | 'none';

/** Each meaning has its own shape: tick, cross, ring, bars, dash. */
const shapes: Readonly<Record<VerdictKind, string>> = {
  met: 'M4 8.5l2.6 2.6L12 5.500',
  breached: 'M4.500 4.500l7 7m0-7l-7 7',
  running: 'M8 4.500v3.700l2.300 1.600',
  paused: 'M6 5v6m4-6v6',
  cancelled: 'M4.500 8h7',
  none: 'M5.500 8h5',
};

interface Props {
  readonly kind: VerdictKind;
  readonly label?: string;
  readonly iconOnly?: boolean;
}

export function Verdict({ kind, label, iconOnly = false }: Props) {
  const { t } = useTranslation();
  const word = label ?? (kind === 'none' ? t('common.none') : t(`vocabulary.clock.${kind}`));
  return (
    <span className={`${classes.verdict} ${classes[kind]} ${iconOnly ? classes.icon : ''}`}>
      <svg viewBox="0 0 16 16" width={14} height={14} aria-hidden="true" focusable="false">
        {kind === 'running' && <circle cx={8} cy={8} r={6} fill="none" stroke="currentColor" strokeWidth={1.5} />}
        <path d={shapes[kind]} fill="none" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" />
      </svg>
      <span className={iconOnly ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
