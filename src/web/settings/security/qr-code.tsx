import { encodeQR } from 'qr';
import { useMemo } from 'react';
import classes from './security.module.css';

interface Props {
  readonly text: string;
  readonly label: string;
}

/** A QR code drawn here: what it says is sent nowhere. Dark on light in both themes, as cameras want it. */
export function QrCode({ text, label }: Props) {
  const { size, path } = useMemo(() => {
    const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
    const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: rows.length, path: squares.join('') };
  }, [text]);
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      focusable="false"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
