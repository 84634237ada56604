import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { Confirm } from '../form/confirm.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { AwardSheet } from './award-sheet.tsx';
import { type Recognition, recognitionsQuery } from './queries.ts';
import { useBasisWords } from './use-basis-words.ts';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
}

/** What an agent was recognised for, with the numbers each rests on. */
export function Recognitions({ id, name, team }: Props) {
  const { t } = useTranslation();
  const coaches = useMay()('coach-agents');
  const answer = useQuery(recognitionsQuery(id));
  const [awarding, setAwarding] = useState(false);
  const award = (
    <Button size="xs" variant="default" onClick={() => setAwarding(true)}>
      {t('agent.award')}
    </Button>
  );
  return (
    <Card title={t('agent.recognitions')} aside={coaches ? award : undefined}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={120} />}
      {answer.data?.length === 0 && (
        <EmptyState title={t('agent.recognitionsNone')}>{t('agent.recognitionsNoneLead')}</EmptyState>
      )}
      <ul className={classes.list}>
        {answer.data?.map((recognition) => (
          <Entry key={recognition.id} recognition={recognition} coaches={coaches} />
        ))}
      </ul>
      {awarding && <AwardSheet agent={id} name={name} team={team} onClose={() => setAwarding(false)} />}
    </Card>
  );
}

function Entry({ recognition, coaches }: { readonly recognition: Recognition; readonly coaches: boolean }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const words = useBasisWords();
  const [removing, setRemoving] = useState(false);
  const { id, agent, text, awardedBy } = recognition;
  return (
    <li className={classes.entry}>
      <p>{text}</p>
      <div className={`${classes.meta} figures`}>
        {words(recognition).map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
        {awardedBy !== null && <span>{t('agent.by', { name: awardedBy.name })}</span>}
        {coaches && (
          <Button size="compact-xs" variant="subtle" onClick={() => setRemoving(true)}>
            {t('agent.takeBack')}
          </Button>
        )}
      </div>
      {removing && (
        <Confirm
          title={t('agent.takeBackTitle')}
          lead={t('agent.takeBackLead')}
          action={t('agent.takeBack')}
          run={() => call('remove-recognition', { params: { id: agent, recognition: id } })}
          onDone={() => void queryClient.invalidateQueries({ queryKey: recognitionsQuery(agent).queryKey })}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
