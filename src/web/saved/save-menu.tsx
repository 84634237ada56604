import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '#domain/report/dashboard.ts';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { useCopyAddress } from '../api/use-copy-address.ts';
import { useUrl } from '../state/url.ts';
import { questionIn } from './address-of-view.ts';
import { savedReportsQuery } from './queries.ts';

const SaveSheet = lazy(async () => ({ default: (await import('./save-sheet.tsx')).SaveSheet }));
const AddSheet = lazy(async () => ({ default: (await import('./add-sheet.tsx')).AddSheet }));

interface Props {
  /** Of the catalogue; null: composed, the address of the page says all. */
  readonly report: string | null;
  /** The title until another is typed. */
  readonly title: string;
  /** Null: that of the report. */
  readonly picture?: ReportView['picture'];
}

/** Keeps the report as it stands: under a name, on a dashboard, or as an address. */
export function SaveMenu({ report, title, picture = null }: Props) {
  const { t } = useTranslation();
  const { search } = useUrl();
  const may = useMay();
  const copyAddress = useCopyAddress();
  const queryClient = useQueryClient();
  const [saving, save] = useDisclosure(false);
  const [adding, add] = useDisclosure(false);
  const saved = useQuery({ ...savedReportsQuery, enabled: search.saved !== undefined }).data;
  const opened = saved?.find(({ id, mayChange }) => id === search.saved && mayChange);
  const query = questionIn(search);
  const updating = useMutation({
    mutationFn: (id: string) => call('update-saved-report', { params: { id }, body: { query, picture } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedReportsQuery.queryKey }),
  });
  const view = { report, query, picture };
  const told = updating.isSuccess ? t('saved.kept') : updating.isError ? t('saved.notKept') : '';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            loading={updating.isPending}
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('saved.save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {opened !== undefined && (
            <Menu.Item onClick={() => updating.mutate(opened.id)}>
              {t('saved.update', { title: opened.title })}
            </Menu.Item>
          )}
          {may('save-reports') && <Menu.Item onClick={save.open}>{t('saved.saveAs')}</Menu.Item>}
          {may('save-reports') && <Menu.Item onClick={add.open}>{t('saved.addToDashboard')}</Menu.Item>}
          <Menu.Item onClick={() => void navigator.clipboard.writeText(copyAddress())}>
            {t('report.copyLink')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={updating.isError ? undefined : 'visually-hidden'}>
        {told}
      </span>
      <Suspense>
        {saving && <SaveSheet view={view} title={opened?.title ?? title} onClose={save.close} />}
        {adding && <AddSheet view={view} title={title} onClose={add.close} />}
      </Suspense>
    </>
  );
}
