import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeComment } from '#domain/discussion/comment-text.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import classes from './discussion.module.css';
import { MentionArea } from './mention-area.tsx';
import { discussionKey, peopleQuery } from './queries.ts';

interface Props {
  readonly subject: Subject;
  /** How what is discussed is set. */
  readonly query: Address;
  readonly label: string;
  readonly placeholder?: string;
  readonly action: string;
  readonly initial?: string;
  /** People mentioned in it already. */
  readonly mentioned?: readonly { readonly id: string; readonly name: string }[];
  /** Sends the text, with its mentions as `<@id>`. */
  readonly send: (body: string) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/** A comment being written: a new one, a reply, or one that is changed. */
export function CommentForm(props: Props) {
  const { subject, query, label, placeholder, action, initial = '', mentioned = [], send, onDone, onCancel } = props;
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(initial);
  const sending = useMutation({
    mutationFn: async () => {
      const people = typed.includes('@') ? await queryClient.fetchQuery(peopleQuery(subject, query)) : [];
      const names = new Map([...mentioned, ...people].map(({ id, name }) => [id, name]));
      return send(writeComment(typed.trim(), names));
    },
    onSuccess: async () => {
      setTyped('');
      await queryClient.invalidateQueries({ queryKey: discussionKey(subject) });
      onDone?.();
    },
  });
  const submit = () => {
    if (typed.trim() !== '' && !sending.isPending) sending.mutate();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MentionArea
        {...{ label, subject, query }}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onCancel === undefined ? {} : { onEscape: onCancel, autoFocus: true })}
        value={typed}
        onChange={setTyped}
        onSend={submit}
      />
      <ProblemNote error={sending.error} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={sending.isPending} disabled={typed.trim() === ''}>
          {action}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" size="xs" onClick={onCancel}>
            {t('discussion.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
