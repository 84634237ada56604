import type { StatusView } from '#contract/schemas/status.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './shell.module.css';

/** What must be said wherever figures of a sample are shown: whose data it is, or that it is made up. */
export function Attribution({ status }: { readonly status: StatusView }) {
  const format = useFormat();
  const loaded = status.samples.filter((sample) => sample.loaded);
  if (loaded.length === 0) return null;
  return (
    <footer className={classes.attribution}>
      {loaded.map(({ id, attribution }) => (
        <p key={id}>{format.text(attribution)}</p>
      ))}
    </footer>
  );
}
