import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { useNote } from './notes.tsx';
import { followUpsQuery, type Note } from './queries.ts';

/** Follow-ups that are due, the longest due first. */
export function FollowUps() {
  const { t } = useTranslation();
  const answer = useQuery(followUpsQuery);
  return (
    <Card title={t('agent.followUps')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={80} />}
      {answer.data?.length === 0 && <p className={classes.note}>{t('agent.followUpsNone')}</p>}
      <ul className={classes.list}>
        {answer.data?.map((note) => (
          <Entry key={note.id} note={note} />
        ))}
      </ul>
    </Card>
  );
}

function Entry({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done } = useNote(note);
  const name = note.agent.name ?? note.agent.id;
  return (
    <li className={classes.entry}>
      <p>{note.text}</p>
      <div className={classes.meta}>
        <Link to="/agents/$id" params={{ id: note.agent.id }}>
          {name}
        </Link>
        {note.followUpOn !== null && <span>{t('agent.followUp', { date: format.date(note.followUpOn) })}</span>}
        <Button size="compact-xs" variant="subtle" loading={done.isPending} onClick={() => done.mutate()}>
          {t('agent.markDone')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      <ProblemNote error={done.error} />
    </li>
  );
}
