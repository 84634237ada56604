import { Tooltip } from '@mantine/core';
import {
  IconActivity,
  IconBellRinging,
  IconClockExclamation,
  IconDatabaseImport,
  IconFlagExclamation,
  IconHeadset,
  IconKeyboard,
  IconLayoutDashboard,
  IconLayoutGrid,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconReportAnalytics,
  IconSettings,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkspaceSwitcher } from '../access/workspace-switcher.tsx';
import { Freshness } from './freshness.tsx';
import { Logo } from './logo.tsx';
import classes from './rail.module.css';
import { usePlaces } from './use-places.ts';

const icons = {
  overview: IconLayoutDashboard,
  reports: IconReportAnalytics,
  dashboards: IconLayoutGrid,
  agents: IconHeadset,
  live: IconActivity,
  desk: IconClockExclamation,
  breaches: IconFlagExclamation,
  alerts: IconBellRinging,
  tickets: IconTicket,
  customers: IconUsers,
  sources: IconDatabaseImport,
  settings: IconSettings,
} as const;

interface Props {
  readonly collapsed: boolean;
  readonly onCollapse?: (collapsed: boolean) => void;
  readonly onHelp: () => void;
  readonly inDrawer?: boolean;
}

function Hint({
  label,
  shown,
  children,
}: {
  readonly label: string;
  readonly shown: boolean;
  readonly children: ReactNode;
}) {
  return shown ? (
    <Tooltip label={label} position="right">
      <div>{children}</div>
    </Tooltip>
  ) : (
    children
  );
}

export function Rail({ collapsed, onCollapse, onHelp, inDrawer = false }: Props) {
  const { t } = useTranslation();
  const places = usePlaces();
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t('common.mainNavigation')} data-collapsed={collapsed || undefined}>
      {!inDrawer && (
        <div className={classes.brand}>
          <Logo />
          {!collapsed && <span>{t('common.product')}</span>}
        </div>
      )}
      <ul className={classes.places}>
        {places.map(({ to, name, key }) => {
          const Icon = icons[name];
          const label = t(`common.${name}`);
          return (
            <li key={to}>
              <Hint label={label} shown={collapsed}>
                <Link to={to} className={classes.place} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  <Icon size={18} stroke={1.6} aria-hidden />
                  <span className={collapsed ? 'visually-hidden' : classes.label}>{label}</span>
                  {!collapsed && (
                    <kbd aria-hidden className={classes.key}>
                      g {key}
                    </kbd>
                  )}
                </Link>
              </Hint>
            </li>
          );
        })}
      </ul>
      <div className={classes.foot}>
        <WorkspaceSwitcher collapsed={collapsed} />
        {!collapsed && <Freshness />}
        <div className={classes.tools}>
          <Hint label={t('common.keys')} shown={collapsed}>
            <button type="button" className={classes.tool} onClick={onHelp} aria-label={t('common.keys')}>
              <IconKeyboard size={18} stroke={1.6} aria-hidden />
            </button>
          </Hint>
          {onCollapse !== undefined && (
            <Hint label={t('common.expand')} shown={collapsed}>
              <button
                type="button"
                className={classes.tool}
                onClick={() => onCollapse(!collapsed)}
                aria-label={collapsed ? t('common.expand') : t('common.collapse')}
              >
                <Toggle size={18} stroke={1.6} aria-hidden />
              </button>
            </Hint>
          )}
        </div>
      </div>
    </nav>
  );
}
