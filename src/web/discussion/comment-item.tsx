import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readComment } from '#domain/discussion/comment-text.ts';
import { call } from '../api/client.ts';
import { useZone } from '../api/workspace.ts';
import { Confirm } from '../form/confirm.tsx';
import { useFormat } from '../format/use-format.ts';
import { CommentBody } from './comment-body.tsx';
import { CommentForm } from './comment-form.tsx';
import classes from './discussion.module.css';
import { type CommentView, discussionKey } from './queries.ts';

/** One comment: who wrote it when, what it says, and what the reader may do with it. */
export function CommentItem({ comment }: { readonly comment: CommentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const queryClient = useQueryClient();
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const author = comment.author?.name ?? t('discussion.formerMember');
  const names = new Map(comment.mentions.map(({ id, name }) => [id, name]));
  return (
    <article id={`comment-${comment.id}`} tabIndex={-1} className={classes.comment} aria-label={author}>
      <div className={classes.meta}>
        <strong>{author}</strong>
        <time dateTime={comment.createdAt}>{format.instant(comment.createdAt, zone)}</time>
        {comment.editedAt !== null && !comment.removed && <span>{t('discussion.edited')}</span>}
        {(comment.mayEdit || comment.mayRemove) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                className={classes.menu}
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('discussion.menuOf', { name: author })}
              >
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {comment.mayEdit && <Menu.Item onClick={edit.open}>{t('discussion.edit')}</Menu.Item>}
              {comment.mayRemove && <Menu.Item onClick={remove.open}>{t('discussion.remove')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {editing ? (
        <CommentForm
          subject={comment.subject}
          query={comment.query}
          label={t('discussion.editYours')}
          action={t('discussion.save')}
          initial={readComment(comment.body, names)}
          mentioned={comment.mentions}
          send={(body) =>
            call('edit-comment', { params: { id: comment.id }, body: { body } }, { ifMatch: comment.version })
          }
          onDone={edit.close}
          onCancel={edit.close}
        />
      ) : (
        <CommentBody comment={comment} />
      )}
      {removing && (
        <Confirm
          title={t('discussion.removeTitle')}
          lead={t('discussion.removeLead')}
          action={t('discussion.remove')}
          run={() => call('remove-comment', { params: { id: comment.id } })}
          onDone={() => void queryClient.invalidateQueries({ queryKey: discussionKey(comment.subject) })}
          onClose={remove.close}
        />
      )}
    </article>
  );
}
