import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMenu2, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#domain/error.ts';
import { changeLanguage, currentLanguage } from '../i18n/setup.ts';
import { Breadcrumb } from './breadcrumb.tsx';
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
      <LanguageMenu />
      <ThemeMenu />
    </header>
  );
}

const languages: readonly Language[] = ['fr', 'en'];

function LanguageMenu() {
  const { t } = useTranslation();
  const current = currentLanguage();
  const names = { en: t('common.english'), fr: t('common.french') };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.language}>
          {current.toUpperCase()}
          <span className="visually-hidden">
            , {t('common.pair', { name: t('common.language'), value: names[current] })}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void changeLanguage(language)}
            rightSection={language === current ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {names[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const themes = [
  { value: 'light', key: 'themeLight', Icon: IconSun },
  { value: 'dark', key: 'themeDark', Icon: IconMoon },
  { value: 'auto', key: 'themeAuto', Icon: IconDeviceDesktop },
] as const;

function ThemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = themes.find(({ value }) => value === colorScheme)?.Icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('common.theme')}>
          <Current size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ value, key, Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} aria-hidden />}
            rightSection={value === colorScheme ? <IconCheck size={14} aria-hidden /> : undefined}
            onClick={() => setColorScheme(value)}
          >
            {t(`common.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
