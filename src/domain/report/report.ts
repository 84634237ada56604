import type { LocalText } from '../error.ts';
import type { Filter } from './filter.ts';
import type { Every } from './query.ts';

export type Theme = 'satisfaction' | 'team' | 'replies' | 'sla' | 'planning' | 'business';
export type Picture =
  | 'trend'
  | 'columns'
  | 'stacked'
  | 'heatmap'
  | 'matrix'
  | 'distribution'
  | 'gauge'
  | 'table'
  | 'area';

/** A report of the catalogue: a preset over the KPI language, opened by a question. */
export interface Report {
  readonly id: string;
  readonly theme: Theme;
  readonly question: LocalText;
  readonly title: LocalText;
  readonly about: LocalText;
  readonly kpis: readonly string[];
  readonly by: readonly string[];
  readonly every: Every | null;
  readonly filter?: Filter;
  /** Only the first groups by the first KPI. */
  readonly top?: number;
  readonly picture: Picture;
}
