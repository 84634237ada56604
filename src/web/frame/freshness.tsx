import { useTranslation } from 'react-i18next';
import type { StatusView } from '#contract/schemas/status.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './rail.module.css';

/** Whose data this is, how fresh, and whether it is made up. */
export function Freshness({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const generated = status.samples.some((sample) => sample.loaded && sample.generated);
  return (
    <p className={`${classes.fresh} figures`}>
      {status.workspace.name !== status.workspace.id && (
        <span className={classes.workspace}>{status.workspace.name}</span>
      )}
      {status.freshness === null ? (
        t('common.noDataYet')
      ) : (
        <>
          {t('common.dataUpTo')}{' '}
          <time dateTime={status.freshness}>{format.instant(status.freshness, status.timeZone)}</time>
        </>
      )}
      {generated && <span className={classes.made}>{t('common.generated')}</span>}
    </p>
  );
}
