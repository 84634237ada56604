import type { ReactNode } from 'react';
import classes from './table.module.css';

interface Props {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Scrolls sideways where a table is wider than the screen. */
export function ScrollRegion({ label, className = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`${classes.scroll} ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
