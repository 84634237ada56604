import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportsQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { sections } from '../settings/sections.ts';
import { places } from './go-to.ts';
import classes from './top-bar.module.css';

/** Where the reader stands: the place, then the report or the ticket. */
export function Breadcrumb() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const leaf = useLeaf(pathname);
  const place = places.find(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to)));
  const isDefinitions = pathname === '/definitions';
  const own = isDefinitions ? [{ to: '/definitions' as const, text: t('definition.title') }] : [];
  const steps = place === undefined ? own : [{ to: place.to, text: t(`common.${place.name}`) }];
  return (
    <nav aria-label={t('common.breadcrumb')} style={{ flex: 1, minWidth: 0 }}>
      <ol className={classes.crumbs}>
        {steps.map(({ to, text }) => (
          <li key={to}>{leaf === null ? <span aria-current="page">{text}</span> : <Link to={to}>{text}</Link>}</li>
        ))}
        {leaf !== null && (
          <li>
            <span aria-current="page">{leaf}</span>
          </li>
        )}
      </ol>
    </nav>
  );
}

function useLeaf(pathname: string): string | null {
  const [, kind, id] = pathname.split('/');
  const { t } = useTranslation();
  const format = useFormat();
  const reports = useQuery({ ...reportsQuery, enabled: kind === 'reports' && id !== undefined });
  if (id === undefined || id === '') return null;
  const section = sections.find(({ to }) => to === pathname);
  if (section !== undefined) return t(`settings.${section.name}`);
  if (kind !== 'reports') return decodeURIComponent(id);
  if (id === 'compose') return t('compose.title');
  const report = reports.data?.find((each) => each.id === id);
  return report === undefined ? id : format.text(report.title);
}
