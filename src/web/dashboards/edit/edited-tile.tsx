import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tile } from '#domain/report/dashboard.ts';
import { moveTile, placeFor, resizeTile } from '#domain/report/dashboards/arrange-tiles.ts';
import type { Words } from '#presentation/words/create-words.ts';
import classes from '../board.module.css';
import type { AnsweredBoard } from '../queries.ts';
import { TileView, titleOfTile } from '../tile-view.tsx';
import { TileSheet } from './tile-sheet.tsx';

interface Props {
  readonly tile: Tile;
  readonly tiles: readonly Tile[];
  readonly onTiles: (tiles: readonly Tile[]) => void;
  /** Told to screen readers. */
  readonly onTold: (text: string) => void;
  readonly answered: AnsweredBoard | undefined;
  readonly words: Words;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A tile while its dashboard is laid out: a handle for pointer and arrow keys, and a menu of what can be done with it. */
export function EditedTile(props: Props) {
  const { tile, answered, words } = props;
  return <TileView tile={tile} answered={answered} words={words} tools={<Tools {...props} />} />;
}

function Tools({ tile, tiles, onTiles, onTold, words }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const name =
    (tile.kind === 'text' ? null : titleOfTile(tile, words)) ??
    t(`dashboard.${tile.kind === 'text' ? 'text' : 'composed'}`);
  const place = (next: readonly Tile[], key: 'moved' | 'resized') => {
    const { x = 0, y = 0, w = 0, h = 0 } = next.find(({ id }) => id === tile.id) ?? {};
    onTiles(next);
    onTold(t(`dashboard.${key}`, { name, column: x + 1, row: y + 1, w, h }));
  };
  const move = (x: number, y: number) => place(moveTile(tiles, tile.id, { x, y }), 'moved');
  const resize = (w: number, h: number) => place(resizeTile(tiles, tile.id, { w, h }), 'resized');
  const onKeyDown = (event: KeyboardEvent) => {
    const [x, y] = steps[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    if (event.shiftKey) resize(x, y);
    else move(x, y);
  };
  const replace = (change: Tile) => onTiles(tiles.map((each) => (each.id === tile.id ? change : each)));
  const duplicate = () => onTiles([...tiles, { ...tile, id: crypto.randomUUID(), ...placeFor(tiles, tile) }]);
  const remove = () => {
    onTiles(tiles.filter(({ id }) => id !== tile.id));
    onTold(t('dashboard.removed', { name }));
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={classes.move}
        data-move
        aria-label={t('dashboard.move', { name })}
        aria-describedby="board-keys"
        onKeyDown={onKeyDown}
      >
        <IconGripVertical size={15} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('dashboard.tileMenu', { name })}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open}>{t(tile.kind === 'text' ? 'dashboard.editText' : 'dashboard.editTile')}</Menu.Item>
          <Menu.Item onClick={duplicate}>{t('saved.duplicate')}</Menu.Item>
          <Menu.Item onClick={() => move(0, -1)}>{t('dashboard.up')}</Menu.Item>
          <Menu.Item onClick={() => move(0, 1)}>{t('dashboard.down')}</Menu.Item>
          <Menu.Item onClick={() => resize(1, 0)}>{t('dashboard.wider')}</Menu.Item>
          <Menu.Item onClick={() => resize(-1, 0)}>{t('dashboard.narrower')}</Menu.Item>
          <Menu.Item onClick={() => resize(0, 1)}>{t('dashboard.higher')}</Menu.Item>
          <Menu.Item onClick={() => resize(0, -1)}>{t('dashboard.lower')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={remove}>{t('saved.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened && <TileSheet tile={tile} name={name} onChange={replace} onClose={close} />}
    </>
  );
}
