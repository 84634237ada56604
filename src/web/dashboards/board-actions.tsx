import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy, IconDeviceTv, IconDots, IconPencil, IconShare2, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#domain/report/dashboards/address.ts';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { useCopyAddress } from '../api/use-copy-address.ts';
import { Confirm } from '../form/confirm.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { ScheduleButton } from '../schedules/schedule-button.tsx';
import type { Scheduled } from '../schedules/schedule-form.tsx';
import { useUrl } from '../state/url.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { type Dashboard, dashboardsQuery } from './queries.ts';

const LinkSheet = lazy(async () => ({ default: (await import('../shared/link-sheet.tsx')).LinkSheet }));

interface Props {
  readonly dashboard: Dashboard;
  readonly query: Address;
  readonly onEdit: () => void;
}

/** What can be done with a dashboard; what the reader may not is not there. */
export function BoardActions({ dashboard, query, onEdit }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { patch } = useUrl();
  const copyAddress = useCopyAddress();
  const [sharing, share] = useDisclosure(false);
  return (
    <>
      <FavouriteButton kind="dashboard" item={dashboard} />
      <CopyButton text={copyAddress} label={t('report.copyLink')} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDeviceTv size={14} aria-hidden />}
        onClick={() => patch({ tv: '1' }, true)}
      >
        {t('dashboard.tv')}
      </Button>
      {may('share-reports') && (
        <Button variant="default" size="xs" leftSection={<IconShare2 size={14} aria-hidden />} onClick={share.open}>
          {t('share.share')}
        </Button>
      )}
      <ScheduleButton scheduled={scheduledOf(dashboard, query)} />
      {dashboard.mayChange && (
        <Button variant="default" size="xs" leftSection={<IconPencil size={14} aria-hidden />} onClick={onEdit}>
          {t('dashboard.edit')}
        </Button>
      )}
      {may('save-reports') && <MoreMenu dashboard={dashboard} />}
      <Suspense>
        {sharing && (
          <LinkSheet
            heading={t('dashboard.shareTitle')}
            shared={{ dashboard: dashboard.id, query }}
            title={dashboard.title}
            what={t('dashboard.shareWhat')}
            onClose={share.close}
          />
        )}
      </Suspense>
    </>
  );
}

/** The dashboard with the filters it is looked at with. */
function scheduledOf({ id, title, query: own }: Dashboard, query: Address): Scheduled {
  const { period: asked, ...filters } = query;
  const period = asked === own.period ? undefined : asked;
  return { title, period, subject: { kind: 'dashboard', dashboard: id, query: filters } };
}

function MoreMenu({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [removing, remove] = useDisclosure(false);
  const renew = () => queryClient.invalidateQueries({ queryKey: dashboardsQuery.queryKey });
  const copying = useMutation({
    mutationFn: () => call('duplicate-dashboard', { params: { id: dashboard.id }, body: {} }),
    onSuccess: async ({ id }) => {
      await renew();
      void navigate({ to: '/dashboards/$id', params: { id } });
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('dashboard.more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={() => copying.mutate()}>
            {t('saved.duplicate')}
          </Menu.Item>
          {dashboard.mayManage && (
            <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={remove.open}>
              {t('saved.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote error={copying.error} />
      {removing && (
        <Confirm
          title={t('dashboard.removeTitle', { title: dashboard.title })}
          lead={t('dashboard.removeLead')}
          action={t('saved.remove')}
          run={() => call('remove-dashboard', { params: { id: dashboard.id } })}
          onDone={() => {
            void renew();
            void navigate({ to: '/dashboards' });
          }}
          onClose={remove.close}
        />
      )}
    </>
  );
}
