import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './report.module.css';

/** What the figures rest on: zone, freshness, n, and what is not counted. */
export function Standing({ result }: { readonly result: QueryResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { meta } = result;
  const counts = Object.values(meta.n);
  const n = counts.length === 0 ? null : Math.max(...counts);
  const parts = [
    n === null ? null : t('report.basedOn', { n: format.count(n) }),
    t('report.zone', { zone: meta.timeZone }),
    meta.freshness === null ? null : t('report.freshness', { when: format.instant(meta.freshness, meta.timeZone) }),
    meta.running === null || meta.running === 0
      ? null
      : t('report.running', { count: meta.running, n: format.count(meta.running) }),
    meta.bounded === 0 ? null : t('report.bounded', { count: meta.bounded, n: format.count(meta.bounded) }),
    meta.truncated ? t('report.truncated') : null,
  ];
  return (
    <p className={`${classes.standing} figures`}>
      {parts
        .filter((part) => part !== null)
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
    </p>
  );
}
