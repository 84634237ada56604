import classes from '../wall.module.css';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly tone?: 'plain' | 'risk' | 'breached';
  readonly large?: boolean;
}

/** A number with what it counts below it. */
export function Figure({ value, label, tone = 'plain', large = false }: Props) {
  return (
    <p className={classes.figure} data-tone={tone} data-large={large || undefined}>
      <strong className="figures">{value}</strong>
      <span>{label}</span>
    </p>
  );
}
