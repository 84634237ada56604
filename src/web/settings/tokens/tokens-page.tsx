import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { Confirm } from '../../form/confirm.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type Token, tokensQuery } from '../queries.ts';
import { SettingsPage } from '../settings-page.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { TokenTable } from './token-table.tsx';

/** Keys for programs: made here, shown once, ended at once. */
export function TokensPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(tokensQuery);
  const [making, { open, close }] = useDisclosure(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const create = (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={open}>
      {t('token.create')}
    </Button>
  );
  return (
    <SettingsPage title={t('settings.tokens')} lead={t('token.lead')} actions={create}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {answer.data !== undefined && (
        <Card flush>
          {answer.data.length === 0 ? (
            <EmptyState title={t('token.none')}>{t('token.noneLead')}</EmptyState>
          ) : (
            <TokenTable tokens={answer.data} onRevoke={setRevoking} />
          )}
        </Card>
      )}
      {making && <TokenSheet onClose={close} />}
      {revoking !== null && (
        <Confirm
          title={t('token.revokeTitle', { name: revoking.name })}
          lead={t('token.revokeLead')}
          action={t('token.revoke')}
          run={() => call('revoke-token', { params: { id: revoking.id } })}
          onDone={() => void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })}
          onClose={() => setRevoking(null)}
        />
      )}
    </SettingsPage>
  );
}
