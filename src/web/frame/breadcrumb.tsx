import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sections } from '../settings/sections.ts';
import { usePageTitle } from '../state/page-title.ts';
import { places } from './go-to.ts';
import classes from './top-bar.module.css';

/** Where the reader stands: the place, then what it is called that is open in it. */
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

/** The name of what stands inside the place, null where the place itself is open. */
function useLeaf(pathname: string): string | null {
  const { t } = useTranslation();
  const title = usePageTitle(pathname);
  const section = sections.find(({ to }) => to === pathname);
  if (section !== undefined) return t(`settings.${section.name}`);
  const [, , inside] = pathname.split('/');
  return inside === undefined || inside === '' ? null : (title ?? '…');
}
