import { Button, Menu, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadOf } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { useUrl } from '../../state/url.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { auditQuery } from '../queries.ts';
import { SettingsPage } from '../settings-page.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { filterIn } from './filter-in.ts';

/** Who did what, when: newest first, by actor, action and days, to read and to take away. */
export function AuditPage() {
  const { t } = useTranslation();
  const zone = useZone();
  const { search } = useUrl();
  const filter = filterIn(search, zone);
  const answer = useInfiniteQuery(auditQuery(filter));
  const entries = answer.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <SettingsPage
      title={t('settings.audit')}
      lead={t('audit.lead')}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />}>
              {t('audit.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['csv', 'ndjson'] as const).map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={downloadOf('export-audit', { query: { ...filter, format } })}
                download
              >
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <AuditFilters />
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={320} radius="md" />}
      {answer.isSuccess && (
        <Card flush>
          {entries.length === 0 ? (
            <EmptyState title={t('audit.none')}>{t('audit.noneLead')}</EmptyState>
          ) : (
            <AuditTable entries={entries} />
          )}
        </Card>
      )}
      {answer.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        </div>
      )}
    </SettingsPage>
  );
}
