import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '../access/account-menu.tsx';
import { Bell } from '../notifications/bell.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { LanguageMenu, ThemeMenu } from './preference-menus.tsx';
import classes from './top-bar.module.css';

interface Props {
  readonly onSearch: () => void;
  readonly onMenu: () => void;
}

const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function TopBar({ onSearch, onMenu }: Props) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <ActionIcon
        className={classes.burger}
        variant="subtle"
        color="gray"
        size={34}
        onClick={onMenu}
        aria-label={t('common.menu')}
      >
        <IconMenu2 size={18} aria-hidden />
      </ActionIcon>
      <Breadcrumb />
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={15} aria-hidden />
        <span className={classes.searchLabel}>{t('common.search')}</span>
        <kbd aria-hidden>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <span className={classes.wide}>
        <LanguageMenu />
        <ThemeMenu />
      </span>
      <Bell />
      <AccountMenu />
    </header>
  );
}
