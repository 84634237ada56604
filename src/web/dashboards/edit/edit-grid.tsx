import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { GridLayout, useContainerWidth } from 'react-grid-layout';
import { grid, type Tile } from '#domain/report/dashboard.ts';
import { inReadingOrder, settleTiles } from '#domain/report/dashboards/arrange-tiles.ts';
import classes from '../board.module.css';
import './grid.css';

interface Props {
  readonly tiles: readonly Tile[];
  readonly onTiles: (tiles: readonly Tile[]) => void;
  readonly edited: (tile: Tile) => ReactNode;
}

/** Tiles that are dragged by their handles and resized by their corners. On a narrow screen they stand one under the other, and are moved by their menus. */
export function EditGrid({ tiles, onTiles, edited }: Props) {
  const wide = useMediaQuery('(min-width: 901px)', true);
  const { width, containerRef, mounted } = useContainerWidth();
  if (!wide) {
    return (
      <div className={classes.grid}>
        {inReadingOrder(tiles).map((tile) => (
          <div key={tile.id} className={classes.cell}>
            {edited(tile)}
          </div>
        ))}
      </div>
    );
  }
  const layout = tiles.map((tile) => {
    const least = tile.kind === 'text' ? 1 : grid.least.h;
    const { id, x, y, w, h } = tile;
    return { i: id, x, y, w, h, minW: grid.least.w, minH: least, maxW: grid.most.w, maxH: grid.most.h };
  });
  return (
    <div ref={containerRef}>
      {mounted && (
        <GridLayout
          layout={layout}
          width={width}
          gridConfig={{ cols: grid.columns, rowHeight: 72, margin: [16, 16], containerPadding: [0, 0] }}
          dragConfig={{ enabled: true, handle: '[data-move]' }}
          resizeConfig={{ enabled: true, handles: ['se'] }}
          onLayoutChange={(next) => {
            const byId = new Map(next.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]));
            const moved = tiles.map((tile) => ({ ...tile, ...byId.get(tile.id) }));
            const same = moved.every((tile, index) => samePlace(tile, tiles[index]));
            if (!same) onTiles(settleTiles(moved));
          }}
        >
          {inReadingOrder(tiles).map((tile) => (
            <div key={tile.id}>{edited(tile)}</div>
          ))}
        </GridLayout>
      )}
    </div>
  );
}

function samePlace(a: Tile, b: Tile | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
