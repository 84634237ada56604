import { createContext, use, useCallback } from 'react';
import { type Drill, drillPatch } from '#presentation/question/drill.ts';
import { useUrl } from './url.ts';

type OpenDrill = (drill: Drill) => void;

/** Given where figures stand beside others, so that their tickets open elsewhere than on this page. */
export const OpenDrillContext = createContext<OpenDrill | null>(null);

/** Opens the tickets behind a figure: beside it, unless the page says otherwise. */
export function useOpenDrill(): OpenDrill {
  const { patch } = useUrl();
  const beside = useCallback((drill: Drill) => patch(drillPatch(drill), true), [patch]);
  return use(OpenDrillContext) ?? beside;
}
