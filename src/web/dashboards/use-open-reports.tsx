import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { addressOnBoard, type ReportTile } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { type Drill, drillPatch } from '#presentation/question/drill.ts';
import { patchSearch } from '#presentation/question/patch-search.ts';
import { addressOfView } from '../saved/address-of-view.ts';

/** Ways from a tile to its report, which then asks what the tile asks. */
export interface OpenReports {
  readonly link: (tile: ReportTile, title: string) => ReactNode;
  /** The report with the tickets behind a figure of the tile. */
  readonly tickets: (tile: ReportTile, drill: Drill) => void;
}

export function useOpenReports(boardQuery: Address): OpenReports {
  const navigate = useNavigate();
  return useMemo(() => {
    const addressOf = (tile: ReportTile) => addressOfView({ ...tile, query: addressOnBoard(tile, boardQuery) });
    return {
      link: (tile, title) => {
        const { to, params, search } = addressOf(tile);
        return (
          <Link to={to} params={params} search={() => search}>
            {title}
          </Link>
        );
      },
      tickets: (tile, drill) => {
        const { to, params, search } = addressOf(tile);
        void navigate({ to, params, search: () => patchSearch(search, drillPatch(drill)) });
      },
    };
  }, [boardQuery, navigate]);
}
