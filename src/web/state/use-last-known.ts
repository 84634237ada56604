import { useState } from 'react';

/** A value, or while there is none the one before it. The value must stay the same where nothing changed. */
export function useLastKnown<T>(value: T | null): T | null {
  const [known, setKnown] = useState(value);
  if (value !== null && value !== known) setKnown(() => value);
  return value ?? known;
}
