import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './tile.module.css';

interface Props {
  readonly name: string;
  /** What the figure is. */
  readonly help?: string | undefined;
  readonly value: string;
  readonly change?: ReactNode;
  /** Set smaller, for a tile that has nothing below its figure but a foot. */
  readonly small?: boolean;
  /** Opens the tickets behind the figure; none where there are none. */
  readonly onOpen?: (() => void) | undefined;
  /** What stands below the figure. */
  readonly children: ReactNode;
}

/** One key figure; the whole tile opens the tickets behind it. */
export function Tile({ name, help, value, change, small = false, onOpen, children }: Props) {
  const { t } = useTranslation();
  const frame = { className: `${classes.tile} ${small ? classes.small : ''}`, title: help };
  const inner = (
    <>
      <span className={classes.name}>{name}</span>
      <span className={classes.figure}>
        <span className={`${classes.value} figures`}>{value}</span>
        {change}
      </span>
      {children}
    </>
  );
  if (onOpen === undefined) return <div {...frame}>{inner}</div>;
  return (
    <button type="button" {...frame} onClick={onOpen}>
      {inner}
      <span className="visually-hidden">{t('overview.seeTickets', { figure: `${name} ${value}` })}</span>
    </button>
  );
}
