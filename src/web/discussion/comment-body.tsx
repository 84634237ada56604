import { useTranslation } from 'react-i18next';
import { type Piece, parseComment } from '#domain/discussion/comment-text.ts';
import classes from './discussion.module.css';
import type { CommentView } from './queries.ts';

/** What a comment says: text with its line breaks, mentions and links, and no other markup. */
export function CommentBody({ comment }: { readonly comment: CommentView }) {
  const { t } = useTranslation();
  const names = new Map(comment.mentions.map(({ id, name }) => [id, name]));
  if (comment.removed) return <p className={classes.gone}>{t('discussion.removed')}</p>;
  const shown = (piece: Piece) => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'mention':
        return <strong className={classes.mention}>@{names.get(piece.member) ?? t('discussion.formerMember')}</strong>;
      case 'link':
        return (
          <a href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        );
    }
  };
  let at = 0;
  const placed = parseComment(comment.body).map((piece) => {
    const key = at;
    at += piece.text.length;
    return { key, piece };
  });
  return (
    <p className={classes.body}>
      {placed.map(({ key, piece }) => (
        <span key={key}>{shown(piece)}</span>
      ))}
    </p>
  );
}
