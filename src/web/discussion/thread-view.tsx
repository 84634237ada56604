import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useUrl } from '../state/url.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import classes from './discussion.module.css';
import { discussionKey, type Thread } from './queries.ts';

interface Props {
  readonly thread: Thread;
  readonly mayWrite: boolean;
}

/** A comment with its replies; it can be settled, and its report opened as it was. */
export function ThreadView({ thread, mayWrite }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { search } = useUrl();
  const [replying, reply] = useDisclosure(false);
  const { subject, query, settled } = thread;
  const settling = useMutation({
    mutationFn: () => call('settle-comment', { params: { id: thread.id }, body: { settled: settled === null } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: discussionKey(subject) }),
  });
  const saved = search.saved === undefined ? {} : { saved: search.saved };
  const author = thread.author?.name ?? t('discussion.formerMember');
  return (
    <li className={classes.thread} data-settled={settled !== null || undefined}>
      <CommentItem comment={thread} />
      {settled !== null && (
        <p className={classes.settled}>
          {settled.by === null ? t('discussion.settledAlone') : t('discussion.settled', { name: settled.by.name })}
        </p>
      )}
      {thread.replies.length > 0 && (
        <ul className={classes.replies}>
          {thread.replies.map((comment) => (
            <li key={comment.id}>
              <CommentItem comment={comment} />
            </li>
          ))}
        </ul>
      )}
      {replying && (
        <CommentForm
          {...{ subject, query }}
          label={t('discussion.replyTo', { name: author })}
          action={t('discussion.reply')}
          send={(body) => call('write-comment', { body: { subject, parent: thread.id, body } })}
          onDone={reply.close}
          onCancel={reply.close}
        />
      )}
      <div className={classes.buttons}>
        {mayWrite && !replying && (
          <Button variant="subtle" size="compact-xs" onClick={reply.open}>
            {t('discussion.reply')}
          </Button>
        )}
        {mayWrite && (
          <Button variant="subtle" size="compact-xs" loading={settling.isPending} onClick={() => settling.mutate()}>
            {settled === null ? t('discussion.settle') : t('discussion.reopen')}
          </Button>
        )}
        {Object.keys(query).length > 0 && (
          <Link to="." search={() => ({ ...query, ...saved })} className={classes.asItWas}>
            {t('discussion.asItWas')}
          </Link>
        )}
      </div>
      <ProblemNote error={settling.error} />
    </li>
  );
}
