import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outside, OutsideCard } from '../account/outside.tsx';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';

/** For whoever gets a mail and wants it no more; a click, since mail programs open links by themselves. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/unsubscribe/$token' });
  const asked = useMutation({ mutationFn: () => call('unsubscribe', { params: { token } }) });
  return (
    <Outside>
      {asked.data === undefined ? (
        <OutsideCard title={t('schedule.unsubscribeTitle')} lead={t('schedule.unsubscribeLead')}>
          <ProblemNote error={asked.error} />
          <Button fullWidth loading={asked.isPending} onClick={() => asked.mutate()}>
            {t('schedule.unsubscribeTitle')}
          </Button>
        </OutsideCard>
      ) : (
        <OutsideCard title={t('schedule.unsubscribeTitle')} lead={t('schedule.unsubscribed', asked.data)}>
          {null}
        </OutsideCard>
      )}
    </Outside>
  );
}
