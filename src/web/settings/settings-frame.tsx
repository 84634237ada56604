import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../api/session.ts';
import { PageSkeleton } from '../frame/page-skeleton.tsx';
import { groups, sections } from './sections.ts';
import classes from './settings.module.css';

/** The settings: a list of those the reader may change at the side, or in a menu where there is no room. */
export function SettingsFrame() {
  return (
    <div className={classes.frame}>
      <Side />
      <Narrow />
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </div>
  );
}

function useGroups() {
  const { t } = useTranslation();
  const may = useMay();
  const { workspace } = useSession();
  const names = {
    you: t('settings.you'),
    here: workspace?.name ?? t('common.workspace'),
    installation: t('settings.installation'),
  };
  return groups
    .map((group) => ({
      group,
      name: names[group],
      members: sections.filter((each) => each.group === group && (each.may === null || may(each.may))),
    }))
    .filter(({ members }) => members.length > 0);
}

function Side() {
  const { t } = useTranslation();
  return (
    <nav className={classes.side} aria-label={t('common.settings')}>
      {useGroups().map(({ group, name, members }) => (
        <div key={group} className={classes.group}>
          <p className={classes.groupName} id={`settings-${group}`}>
            {name}
          </p>
          <ul aria-labelledby={`settings-${group}`}>
            {members.map((section) => (
              <li key={section.name}>
                <Link to={section.to} className={classes.section}>
                  {t(`settings.${section.name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Narrow() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = useGroups();
  const current = sections.find(({ to }) => pathname.startsWith(to));
  return (
    <div className={classes.narrow}>
      <Menu position="bottom-start" width="target">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            fullWidth
            justify="space-between"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="visually-hidden">{t('common.pair', { name: t('common.settings'), value: '' })}</span>
            {current === undefined ? t('common.settings') : t(`settings.${current.name}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {shown.map(({ group, name, members }) => [
            <Menu.Label key={group}>{name}</Menu.Label>,
            ...members.map((section) => (
              <Menu.Item key={section.name} renderRoot={(props) => <Link to={section.to} {...props} />}>
                {t(`settings.${section.name}`)}
              </Menu.Item>
            )),
          ])}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
