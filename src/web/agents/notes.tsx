import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { useZone } from '../api/workspace.ts';
import { Confirm } from '../form/confirm.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { NoteSheet } from './note-sheet.tsx';
import { followUpsQuery, type Note, notesQuery } from './queries.ts';

/** Coaching notes on an agent; the agent reads those that are shared. */
export function Notes({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const coaches = useMay()('coach-agents');
  const answer = useQuery(notesQuery(id));
  const [writing, setWriting] = useState<Note | 'new' | null>(null);
  const write = (
    <Button size="xs" variant="default" onClick={() => setWriting('new')}>
      {t('agent.write')}
    </Button>
  );
  return (
    <Card title={t('agent.notes')} aside={coaches ? write : undefined}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={120} />}
      {answer.data?.length === 0 && (
        <EmptyState title={t('agent.notesNone')}>
          {coaches ? t('agent.notesNoneLead') : t('agent.notesNoneOwn')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {answer.data?.map((note) => (
          <Entry key={note.id} note={note} coaches={coaches} onEdit={() => setWriting(note)} />
        ))}
      </ul>
      {writing !== null && (
        <NoteSheet agent={id} note={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />
      )}
    </Card>
  );
}

interface EntryProps {
  readonly note: Note;
  readonly coaches: boolean;
  readonly onEdit: () => void;
}

function Entry({ note, coaches, onEdit }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const [removing, setRemoving] = useState(false);
  const { refresh, done } = useNote(note);
  return (
    <li className={classes.entry}>
      <p>{note.text}</p>
      <div className={classes.meta}>
        <span>{note.author?.name ?? t('agent.somebody')}</span>
        <span>{format.instant(note.createdAt, zone)}</span>
        <span>{t(`agent.visibilities.${note.visibility}`)}</span>
        {note.followUpOn !== null && <span>{t('agent.followUp', { date: format.date(note.followUpOn) })}</span>}
        {note.doneAt !== null && <span>✓ {t('agent.doneOn', { date: format.instant(note.doneAt, zone) })}</span>}
      </div>
      {coaches && (
        <div className={classes.meta}>
          <Button size="compact-xs" variant="subtle" loading={done.isPending} onClick={() => done.mutate()}>
            {note.doneAt === null ? t('agent.markDone') : t('agent.reopen')}
          </Button>
          {note.mayChange && (
            <>
              <Button size="compact-xs" variant="subtle" onClick={onEdit}>
                {t('agent.edit')}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => setRemoving(true)}>
                {t('agent.remove')}
              </Button>
            </>
          )}
        </div>
      )}
      <ProblemNote error={done.error} />
      {removing && (
        <Confirm
          title={t('agent.removeTitle')}
          lead={t('agent.removeLead')}
          action={t('agent.remove')}
          run={() => call('remove-note', { params: { id: note.agent.id, note: note.id } })}
          onDone={refresh}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

/** Says that the follow-up of a note is done, or not yet. */
export function useNote(note: Note) {
  const queryClient = useQueryClient();
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: notesQuery(note.agent.id).queryKey });
    void queryClient.invalidateQueries({ queryKey: followUpsQuery.queryKey });
  };
  const done = useMutation({
    mutationFn: () =>
      call('update-note', { params: { id: note.agent.id, note: note.id }, body: { done: note.doneAt === null } }),
    onSuccess: refresh,
  });
  return { refresh, done };
}
