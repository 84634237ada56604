import type { ReactNode } from 'react';
import { levelOf } from '#presentation/figures/level-of.ts';
import { useFormat } from '../format/use-format.ts';
import { OpensTickets } from './opens-tickets.tsx';
import classes from './share-cell.module.css';

interface Props {
  readonly share: number | null;
  /** Where it stands: row and column. */
  readonly at: string;
  readonly digits?: number;
  /** A share of promises kept, coloured by how well. */
  readonly promise?: boolean;
  readonly onOpen?: () => void;
  readonly children?: ReactNode;
}

/** A share in target: figure, bar, and the tickets behind it on click. No data is a dash on hatching. */
export function ShareCell({ share, at, digits = 0, promise = true, onOpen, children }: Props) {
  const format = useFormat();
  if (share === null) return <span className={`${classes.none} hatched`}>–</span>;
  const inner = (
    <>
      <span className={classes.value}>
        {format.share(share, digits)}
        {children}
      </span>
      <span className={classes.track} aria-hidden>
        <span
          className={`${classes.bar} ${promise ? classes[levelOf(share)] : classes.plain}`}
          style={{ width: `${share * 100}%` }}
        />
      </span>
    </>
  );
  if (onOpen === undefined) return <span className={classes.cell}>{inner}</span>;
  return (
    <OpensTickets at={at} className={`${classes.cell} ${classes.button}`} onOpen={onOpen}>
      {inner}
    </OpensTickets>
  );
}
