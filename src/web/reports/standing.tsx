import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import { tellStanding } from '#presentation/document/standing.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './report.module.css';

/** What the figures rest on: zone, freshness, n, and what is not counted. */
export function Standing({ result }: { readonly result: QueryResult }) {
  const { i18n } = useTranslation();
  const format = useFormat();
  return (
    <p className={`${classes.standing} figures`}>
      {tellStanding(result, format, i18n).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}
