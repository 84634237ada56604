import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Gate } from '../access/gate.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { Content } from './content.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { Spotlight } from './spotlight.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';

const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }));

export function Shell() {
  return (
    <Gate pending={<PageSkeleton />}>
      <Frame />
    </Gate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'vigie.rail', defaultValue: false });
  const [search, searching] = useDisclosure(false);
  const [help, helping] = useDisclosure(false);
  const [menu, menuing] = useDisclosure(false);
  const { pathname } = useLocation();
  useKeys({ search: searching.open, help: helping.open, rail: () => setCollapsed((is) => !is) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes
  useEffect(() => menuing.close(), [pathname]);
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        {t('common.skip')}
      </a>
      <aside className={classes.rail}>
        <Rail collapsed={collapsed} onCollapse={setCollapsed} onHelp={helping.open} />
      </aside>
      <div className={classes.main}>
        <TopBar onSearch={searching.open} onMenu={menuing.open} />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Content />
        </main>
      </div>
      <SideSheet opened={menu} onClose={menuing.close} side="left" size="260px" title={t('common.product')} flush>
        <Rail collapsed={false} onHelp={helping.open} inDrawer />
      </SideSheet>
      {search && <Spotlight onClose={searching.close} />}
      <Suspense>{help && <KeyHelp onClose={helping.close} />}</Suspense>
    </div>
  );
}
