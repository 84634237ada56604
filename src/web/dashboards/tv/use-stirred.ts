import { useEffect, useState } from 'react';

const QUIET_AFTER = 3_000;

/** Whether somebody moved the mouse, touched the screen or pressed a key a moment ago. */
export function useStirred(): boolean {
  const [stirred, setStirred] = useState(false);
  useEffect(() => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const stir = () => {
      setStirred(true);
      clearTimeout(quiet);
      quiet = setTimeout(() => setStirred(false), QUIET_AFTER);
    };
    const kinds = ['mousemove', 'touchstart', 'keydown'] as const;
    for (const kind of kinds) window.addEventListener(kind, stir);
    return () => {
      clearTimeout(quiet);
      for (const kind of kinds) window.removeEventListener(kind, stir);
    };
  }, []);
  return stirred;
}
