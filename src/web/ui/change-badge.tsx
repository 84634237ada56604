import { useTranslation } from 'react-i18next';
import type { Unit } from '#domain/report/query.ts';
import { changeOf } from '#presentation/figures/figures.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './change-badge.module.css';

interface Props {
  readonly now: number | null;
  readonly before: number | null;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower' | null;
}

/** How a figure moved: arrow, size, and a colour only where one way is better. Also said in words. */
export function ChangeBadge({ now, before, unit, better }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = changeOf(now, before, unit);
  if (change === null) return null;
  const small = Math.abs(change) < (unit === 'share' ? 0.0005 : 0.0005);
  const good = better === null || small ? null : change > 0 === (better === 'higher');
  const tone = good === null ? classes.neutral : good ? classes.good : classes.bad;
  const word = small
    ? t('overview.unchanged')
    : good === null
      ? t('overview.neutral')
      : t(good ? 'overview.better' : 'overview.worse');
  const size = unit === 'share' ? format.points(Math.abs(change)) : format.change(Math.abs(change));
  return (
    <span className={`${classes.change} ${tone} figures`}>
      {!small && (
        <svg viewBox="0 0 10 10" width={9} height={9} aria-hidden="true" focusable="false">
          <path d={change > 0 ? 'M5 1.500l4 7H1z' : 'M5 8.500l-4-7h8z'} fill="currentColor" />
        </svg>
      )}
      <span aria-hidden>{small ? word : size.replace('+', '')}</span>
      <span className="visually-hidden">
        {change < 0 ? '−' : '+'}
        {size.replace('+', '')}, {word}
      </span>
    </span>
  );
}
