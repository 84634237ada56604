import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { calendarListQuery } from './queries.ts';

/** Says while figures are being counted again that they are. */
export function CountingNote() {
  const { t } = useTranslation();
  const { data } = useQuery(calendarListQuery);
  return (
    <p className={classes.text} role="status" hidden={data?.counting !== true}>
      {data?.counting === true && t('calendar.counting')}
    </p>
  );
}
