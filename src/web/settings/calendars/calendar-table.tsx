import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import classes from '../settings.module.css';
import type { CalendarList } from './queries.ts';
import { useSayNow } from './use-say-now.ts';
import { useSayUses } from './use-say-uses.ts';

export function CalendarTable({ list }: { readonly list: CalendarList }) {
  const { t } = useTranslation();
  const sayNow = useSayNow();
  const sayUses = useSayUses();
  return (
    <ScrollRegion label={t('calendar.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('form.name')}</th>
            <th scope="col">{t('calendar.now')}</th>
            <th scope="col">{t('calendar.zone')}</th>
            <th scope="col">{t('calendar.usedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {list.calendars.map(({ id, name, timeZone, versions, now, uses }) => (
            <tr key={id}>
              <th scope="row" className={tableClasses.key}>
                <Link to="/settings/calendars/$id" params={{ id }}>
                  {name}
                </Link>
                <span className={tableClasses.sub}>
                  {versions > 1 ? `${id} · ${t('calendar.versionsCount', { count: versions })}` : id}
                </span>
              </th>
              <td>{sayNow(now, timeZone)}</td>
              <td>{timeZone}</td>
              <td className={classes.wrapCell}>{sayUses(uses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
