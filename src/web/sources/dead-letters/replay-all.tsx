import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import settingsClasses from '../../settings/settings.module.css';

/** Takes all rejected events again, of one code or all, and says what became of them. */
export function ReplayAll({ code }: { readonly code: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const taking = useMutation({
    mutationFn: () => replay(code),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const { data } = taking;
  return (
    <>
      <Button size="xs" variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
        {t('deadLetter.replayAll')}
      </Button>
      <ProblemNote error={taking.error} />
      <p className={settingsClasses.text} role="status">
        {data !== undefined &&
          t('deadLetter.replayed', {
            taken: format.count(data.accepted),
            known: format.count(data.duplicates),
            wrong: format.count(data.rejected),
          })}
      </p>
    </>
  );
}

async function replay(code: string | null) {
  const sum = { accepted: 0, duplicates: 0, rejected: 0 };
  for (let before: number | null = null; ; ) {
    const body = { ...(code !== null && { code }), ...(before !== null && { before }) };
    const answer: Awaited<ReturnType<typeof replayPart>> = await replayPart(body);
    sum.accepted += answer.accepted;
    sum.duplicates += answer.duplicates;
    sum.rejected += answer.rejected;
    if (answer.next === null) return sum;
    before = answer.next;
  }
}

const replayPart = (body: { code?: string; before?: number }) => call('replay-dead-letters', { body });
