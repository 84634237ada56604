import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#domain/error.ts';
import classes from './top-bar.module.css';
import { usePreferences } from './use-preferences.ts';

const languages: readonly Language[] = ['fr', 'en'];

export function LanguageItems() {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferences();
  const names = { en: t('common.english'), fr: t('common.french') };
  return languages.map((each) => (
    <Menu.Item
      key={each}
      lang={each}
      onClick={() => setLanguage(each)}
      rightSection={each === language ? <IconCheck size={14} aria-hidden /> : undefined}
    >
      {names[each]}
    </Menu.Item>
  ));
}

export function LanguageMenu() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const names = { en: t('common.english'), fr: t('common.french') };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.language}>
          {language.toUpperCase()}
          <span className="visually-hidden">
            , {t('common.pair', { name: t('common.language'), value: names[language] })}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

const themes = [
  { value: 'light', key: 'themeLight', Icon: IconSun },
  { value: 'dark', key: 'themeDark', Icon: IconMoon },
  { value: 'auto', key: 'themeAuto', Icon: IconDeviceDesktop },
] as const;

export function ThemeItems() {
  const { t } = useTranslation();
  const { theme, setTheme } = usePreferences();
  return themes.map(({ value, key, Icon }) => (
    <Menu.Item
      key={value}
      leftSection={<Icon size={15} aria-hidden />}
      rightSection={value === theme ? <IconCheck size={14} aria-hidden /> : undefined}
      onClick={() => setTheme(value)}
    >
      {t(`common.${key}`)}
    </Menu.Item>
  ));
}

export function ThemeMenu() {
  const { t } = useTranslation();
  const { theme } = usePreferences();
  const Current = themes.find(({ value }) => value === theme)?.Icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('common.theme')}>
          <Current size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
