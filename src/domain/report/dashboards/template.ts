import type { LocalText } from '../../error.ts';
import type { Board, Place, ReportView, Tile } from '../dashboard.ts';
import type { Address } from './address.ts';

type TemplateTile = { readonly id: string } & Place &
  (ReportView | { readonly kind: 'text'; readonly text: LocalText });

/** A dashboard to begin with, for one kind of work. Its texts are written in the language of whoever takes it. */
export interface DashboardTemplate {
  readonly id: string;
  readonly title: LocalText;
  /** For whom, and what they find there. */
  readonly about: LocalText;
  readonly query: Address;
  readonly tiles: readonly TemplateTile[];
}

/** A tile of a template: a report of the catalogue at a place `[x, y, w, h]`, asked as its own page does unless `query` says more. */
export function reportTile(report: string, place: readonly [number, number, number, number], query: Address = {}) {
  const [x, y, w, h] = place;
  return { id: report, ...{ x, y, w, h }, kind: 'report', report, query, picture: null, title: null } as const;
}

export function textTile(id: string, place: readonly [number, number, number, number], text: LocalText) {
  const [x, y, w, h] = place;
  return { id, ...{ x, y, w, h }, kind: 'text', text } as const;
}

/** The dashboard that a template makes. */
export function boardOf({ query, tiles }: DashboardTemplate, language: keyof LocalText): Board {
  return {
    query,
    tiles: tiles.map((tile): Tile => (tile.kind === 'text' ? { ...tile, text: tile.text[language] } : tile)),
  };
}
