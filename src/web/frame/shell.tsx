import { Skeleton } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '../api/queries.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { Attribution } from './attribution.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { Spotlight } from './spotlight.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';

const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }));

export function Shell() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'vigie.rail', defaultValue: false });
  const [search, searching] = useDisclosure(false);
  const [help, helping] = useDisclosure(false);
  const [menu, menuing] = useDisclosure(false);
  const { pathname } = useLocation();
  const status = useQuery(statusQuery);
  useKeys({ search: searching.open, help: helping.open, rail: () => setCollapsed((is) => !is) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes
  useEffect(() => menuing.close(), [pathname]);
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        {t('common.skip')}
      </a>
      <aside className={classes.rail}>
        <Rail status={status.data} collapsed={collapsed} onCollapse={setCollapsed} onHelp={helping.open} />
      </aside>
      <div className={classes.main}>
        <TopBar onSearch={searching.open} onMenu={menuing.open} />
        <main id="content" tabIndex={-1} className={classes.content}>
          {status.isPending && <PageSkeleton />}
          {status.isError && status.data === undefined && (
            <ProblemView error={status.error} onRetry={() => void status.refetch()} />
          )}
          {status.data !== undefined && (
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
              <Attribution status={status.data} />
            </Suspense>
          )}
        </main>
      </div>
      <SideSheet opened={menu} onClose={menuing.close} side="left" size="260px" title={t('common.product')} flush>
        <Rail status={status.data} collapsed={false} onHelp={helping.open} inDrawer />
      </SideSheet>
      {search && <Spotlight onClose={searching.close} />}
      <Suspense>{help && <KeyHelp onClose={helping.close} />}</Suspense>
    </div>
  );
}

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      <Skeleton height={24} width={220} radius="sm" />
      <Skeleton height={120} radius="md" />
      <Skeleton height={280} radius="md" />
    </div>
  );
}
