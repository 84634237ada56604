import { Menu } from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut, useSession } from '../api/session.ts';
import { LanguageItems, ThemeItems } from '../frame/preference-menus.tsx';
import classes from './account-menu.module.css';
import { initialsOf } from './initials-of.ts';
import { useRoleText } from './use-role-text.ts';

/** Who is signed in and as what; their preferences, their settings, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const roleText = useRoleText();
  const queryClient = useQueryClient();
  const { user, workspace } = useSession();
  const leave = useMutation({ mutationFn: () => signOut(queryClient) });
  const role = workspace?.role ?? null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.account}>
          {initialsOf(user.name)}
          <span className="visually-hidden">, {t('common.pair', { name: t('access.account'), value: user.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          {(role !== null || user.operator) && (
            <span>
              {[role === null ? null : roleText(role).label, user.operator ? t('access.operator') : null]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          )}
        </div>
        <Menu.Divider />
        <Menu.Label>{t('common.language')}</Menu.Label>
        <LanguageItems />
        <Menu.Label>{t('common.theme')}</Menu.Label>
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/settings/profile" {...props} />}
        >
          {t('common.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => leave.mutate()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
