/** What people discuss: a report of the catalogue, a saved report, a dashboard, or an agent. */
export const subjectKinds = ['report', 'saved-report', 'dashboard', 'agent'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}
