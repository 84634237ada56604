import { Button, Menu, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostTiles, type ReportView, type Tile } from '#domain/report/dashboard.ts';
import { placeFor } from '#domain/report/dashboards/arrange-tiles.ts';
import { reportsQuery } from '../../api/queries.ts';
import { SearchField } from '../../form/search-field.tsx';
import { useFormat } from '../../format/use-format.ts';
import { savedReportsQuery } from '../../saved/queries.ts';
import settingsClasses from '../../settings/settings.module.css';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SideSheet } from '../../ui/side-sheet.tsx';
import classes from '../board.module.css';
import { reportTileOf } from '../report-tile-of.ts';

interface Props {
  readonly tiles: readonly Tile[];
  readonly onTiles: (tiles: readonly Tile[]) => void;
  readonly onTold: (text: string) => void;
}

const textSize = { w: 6, h: 2 };

/** Adds a report of the catalogue, a saved one, or a text. */
export function AddTile({ tiles, onTiles, onTold }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const full = tiles.length >= mostTiles;
  const add = (tile: Tile, name: string) => {
    onTiles([...tiles, tile]);
    onTold(t('dashboard.added', { name }));
    close();
  };
  const addText = () => {
    const text = t('dashboard.newText');
    add({ id: crypto.randomUUID(), ...placeFor(tiles, textSize), kind: 'text', text }, t('dashboard.text'));
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} disabled={full}>
            {t(full ? 'dashboard.full' : 'dashboard.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open}>{t('dashboard.addReport')}</Menu.Item>
          <Menu.Item onClick={addText}>{t('dashboard.addText')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SideSheet opened={opened} onClose={close} side="right" size="min(460px, 100vw)" title={t('dashboard.addReport')}>
        <ReportChoice onChoose={(view, name) => add(reportTileOf(view, tiles), name)} />
      </SideSheet>
    </>
  );
}

interface ChoiceProps {
  readonly onChoose: (view: Omit<ReportView, 'kind'>, name: string) => void;
}

function ReportChoice({ onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const reports = useQuery(reportsQuery);
  const saved = useQuery(savedReportsQuery);
  if (reports.data === undefined || saved.isPending) return <Skeleton height={300} />;
  const matches = (name: string) => name.toLowerCase().includes(text.trim().toLowerCase());
  const own = (saved.data ?? []).filter(({ title }) => matches(title));
  const found = reports.data.filter(({ title, question }) => matches(`${format.text(title)} ${format.text(question)}`));
  return (
    <div className={settingsClasses.sheet}>
      <SearchField data-autofocus label={t('report.find')} value={text} onChange={setText} />
      {own.length + found.length === 0 && <EmptyState title={t('report.noneFound')} />}
      <ul className={classes.list}>
        {own.map((view) => (
          <li key={view.id}>
            <button type="button" className={classes.choice} onClick={() => onChoose(view, view.title)}>
              <strong>{view.title}</strong>
              <span className={classes.muted}>{t('saved.saved')}</span>
            </button>
          </li>
        ))}
        {found.map(({ id, title, question }) => {
          const view = { report: id, query: {}, picture: null, title: null };
          return (
            <li key={id}>
              <button type="button" className={classes.choice} onClick={() => onChoose(view, format.text(title))}>
                <strong>{format.text(title)}</strong>
                <span className={classes.muted}>{format.text(question)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
