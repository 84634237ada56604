import type { CSSProperties } from 'react';
import type { Place, Tile } from '#domain/report/dashboard.ts';
import { inReadingOrder } from '#domain/report/dashboards/arrange-tiles.ts';
import type { Words } from '#presentation/words/create-words.ts';
import classes from './board.module.css';
import type { AnsweredBoard } from './queries.ts';
import { TileView } from './tile-view.tsx';
import type { OpenReports } from './use-open-reports.tsx';

interface Props {
  readonly tiles: readonly Tile[];
  readonly answered: AnsweredBoard | undefined;
  readonly words: Words;
  readonly opens?: OpenReports;
  readonly onRetry?: () => void;
  /** The row that is shown at the top. */
  readonly top?: number;
  /** Of a row, in pixels; the usual one where it is not said. */
  readonly rowHeight?: number;
}

function placeOf({ x, y, w, h }: Place, top: number): CSSProperties {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y - top + 1} / span ${h}` };
}

/** Tiles on the grid, in the order in which they are read; one under the other where the screen is narrow. */
export function BoardView({ tiles, answered, words, opens, onRetry, top = 0, rowHeight }: Props) {
  return (
    <div className={classes.grid} style={rowHeight === undefined ? {} : { gridAutoRows: rowHeight }}>
      {inReadingOrder(tiles).map((tile) => (
        <div key={tile.id} className={classes.cell} style={placeOf(tile, top)}>
          <TileView
            tile={tile}
            answered={answered}
            words={words}
            {...(opens === undefined ? {} : { opens })}
            {...(onRetry === undefined ? {} : { onRetry })}
          />
        </div>
      ))}
    </div>
  );
}
