import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { isCount, isFew } from './asking.ts';
import classes from './customers.module.css';

interface Props {
  readonly figure: string;
  readonly value: number | null;
  readonly n: number;
}

/** The n of a figure, with a word where it is small; of a count, which is its own n, nothing. */
export function RowsBehind({ figure, value, n }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || isCount(figure)) return null;
  if (!isFew(figure, value, n)) return <span className={classes.n}>{t('customer.n', { n: format.count(n) })}</span>;
  return (
    <span className={`${classes.n} ${classes.few}`} title={t('customer.fewTitle')}>
      {t('customer.few', { n: format.count(n) })}
    </span>
  );
}
