import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './rail.module.css';

/** How fresh the data of the workspace is, and whether it is made up. */
export function Freshness() {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const may = useMay();
  const status = useQuery({ ...statusQuery, enabled: may('read-reports') }).data;
  if (status === undefined) return null;
  const generated = status.samples.some((sample) => sample.loaded && sample.generated);
  return (
    <p className={`${classes.fresh} figures`}>
      {status.freshness === null ? (
        t('common.noDataYet')
      ) : (
        <>
          {t('common.dataUpTo')} <time dateTime={status.freshness}>{format.instant(status.freshness, zone)}</time>
        </>
      )}
      {generated && <span className={classes.made}>{t('common.generated')}</span>}
    </p>
  );
}
