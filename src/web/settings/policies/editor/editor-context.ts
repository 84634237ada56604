import { createContext, use } from 'react';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import type { ChannelView } from '../../queries.ts';

/** The policy being edited, and what its fields need to know. */
export interface Editor {
  readonly policy: Policy;
  /** False once it has been saved: its id and kind stay. */
  readonly isNew: boolean;
  readonly change: (changes: Partial<Policy>) => void;
  /** What is wrong at a path such as `$.targets[0].seconds`; null where nothing is, or nobody has been told yet. */
  readonly problemAt: (path: string) => string | null;
  readonly calendars: readonly Calendar[];
  /** Null: the reader may not see them. */
  readonly channels: readonly ChannelView[] | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('useEditor belongs inside the policy editor');
  return editor;
}
