import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Panel } from '../panel.tsx';
import type { Wall } from '../use-wall.ts';
import classes from '../wall.module.css';
import { Figure } from './figure.tsx';

/** Chats now and today, and how many of today's were answered. */
export function ChatsPanel({ chats }: Pick<Wall, 'chats'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { active, waiting, today, answered, abandoned } = chats;
  const parts = [
    { id: 'answered', n: answered, fill: classes.met },
    { id: 'unanswered', n: Math.max(0, today - answered - abandoned), fill: classes.risk },
    { id: 'abandoned', n: abandoned, fill: classes.breached },
  ] as const;
  return (
    <Panel title={t('wall.chats')} area="chats">
      <div className={classes.figures}>
        <Figure value={format.count(active)} label={t('wall.active')} large />
        <Figure value={format.count(waiting)} label={t('wall.waiting')} tone={waiting > 0 ? 'risk' : 'plain'} large />
        <Figure value={format.count(today)} label={t('wall.chatsToday')} large />
      </div>
      <div className={classes.bar} aria-hidden>
        {today > 0 &&
          parts.map(({ id, n, fill }) => <span key={id} className={fill} style={{ flexGrow: n, flexBasis: 0 }} />)}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ id, n, fill }) => (
          <li key={id}>
            <span className={`${classes.dot} ${fill}`} aria-hidden />
            {t(`wall.${id}`)} <strong className="figures">{format.count(n)}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
