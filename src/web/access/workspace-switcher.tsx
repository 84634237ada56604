import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { initialsOf } from './initials-of.ts';
import { useEnterWorkspace } from './use-enter-workspace.ts';
import { useRoleText } from './use-role-text.ts';
import classes from './workspace-switcher.module.css';

/** The workspace the reader is in; a menu where there is another to go to. */
export function WorkspaceSwitcher({ collapsed }: { readonly collapsed: boolean }) {
  const { t } = useTranslation();
  const roleText = useRoleText();
  const { user, workspace, workspaces } = useSession();
  const enter = useEnterWorkspace();
  if (workspace === null) return null;
  const face = (
    <>
      <span className={classes.mark} aria-hidden>
        {initialsOf(workspace.name)}
      </span>
      <span className={collapsed ? 'visually-hidden' : classes.name}>{workspace.name}</span>
    </>
  );
  if (workspaces.length < 2 && !user.operator) return <div className={classes.only}>{face}</div>;
  return (
    <Menu position={collapsed ? 'right-end' : 'top-start'} width={240}>
      <Menu.Target>
        <button type="button" className={classes.switch}>
          <span className="visually-hidden">{t('common.pair', { name: t('common.workspace'), value: '' })}</span>
          {face}
          {!collapsed && <IconSelector size={15} aria-hidden className={classes.arrows} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('common.workspace')}</Menu.Label>
        {workspaces.map(({ id, name, role }) => (
          <Menu.Item
            key={id}
            onClick={() => void enter(id)}
            rightSection={id === workspace.id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {name}
            <span className={classes.role}>{roleText(role).label}</span>
          </Menu.Item>
        ))}
        {user.operator && (
          <>
            <Menu.Divider />
            <Menu.Item renderRoot={(props) => <Link to="/settings/workspaces" {...props} />}>
              {t('access.allWorkspaces')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
