import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.ts';
import settingsClasses from '../settings/settings.module.css';
import type { AlertView } from './queries.ts';
import type { useChangeAlert } from './use-change-alert.ts';

interface Props {
  readonly alert: AlertView;
  readonly changing: ReturnType<typeof useChangeAlert>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onLog: () => void;
}

/** Hours for which an alert can be snoozed at once. */
const snoozes = ['1', '8', '24', '168'] as const;
const hourMs = 3_600_000;

/** What can be done with an alert: its log for all who see it, the rest for those who set alerts. */
export function AlertActions({ alert, changing, onEdit, onRemove, onLog }: Props) {
  const { t } = useTranslation();
  const sets = useMay()('manage-alerts');
  const { title, paused, snoozedUntil } = alert;
  const snoozed = snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now();
  const snooze = (hours: number) => {
    changing.mutate({ snoozedUntil: new Date(Date.now() + hours * hourMs).toISOString() });
  };
  return (
    <div className={settingsClasses.rowActions}>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={onLog}>
        {t('alert.log')}
        <span className="visually-hidden">, {title}</span>
      </Button>
      {sets && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              loading={changing.isPending}
              aria-label={t('alert.actions', { title })}
            >
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{t('alert.edit')}</Menu.Item>
            <Menu.Item onClick={() => changing.mutate({ paused: !paused })}>
              {t(paused ? 'alert.resume' : 'alert.pause')}
            </Menu.Item>
            <Menu.Divider />
            {snoozed && (
              <Menu.Item onClick={() => changing.mutate({ snoozedUntil: null })}>{t('alert.wake')}</Menu.Item>
            )}
            {snoozes.map((hours) => (
              <Menu.Item key={hours} onClick={() => snooze(Number(hours))}>
                {t('alert.snooze', { time: t(`alert.snoozes.${hours}`) })}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={onRemove}>{t('alert.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
