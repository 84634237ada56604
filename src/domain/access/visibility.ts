/**
 * Who besides its owner sees a saved report or a dashboard: nobody (`own`), everybody in the workspace (`workspace`), or
 * everybody, who may change it too (`editable`).
 */
export const visibilities = ['own', 'workspace', 'editable'] as const;
export type Visibility = (typeof visibilities)[number];

/** What decides who may do what with something saved. Without an owner it belongs to the workspace. */
export interface Kept {
  readonly owner: string | null;
  readonly visibility: Visibility;
}
