import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import type { Tile } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import classes from '../board.module.css';
import { type AnsweredBoard, type Dashboard, dashboardQuery, dashboardsQuery } from '../queries.ts';
import { AddTile } from './add-tile.tsx';
import { BoardSettings, type Settings } from './board-settings.tsx';
import { EditGrid } from './edit-grid.tsx';
import { EditedTile } from './edited-tile.tsx';

interface Props {
  readonly dashboard: Dashboard;
  /** The period and filters, kept with the dashboard when it is saved. */
  readonly query: Address;
  readonly tiles: readonly Tile[];
  readonly onTiles: (tiles: readonly Tile[]) => void;
  readonly onDone: () => void;
  readonly answered: AnsweredBoard | undefined;
  readonly words: Words;
}

/** A dashboard being laid out, by pointer or by keyboard; nothing is kept until it is saved. */
export function BoardEditor(props: Props) {
  const { dashboard, tiles, onTiles, onDone, answered, words } = props;
  const { t } = useTranslation();
  const [settings, setSettings] = useState<Settings>(dashboard);
  const [told, setTold] = useState('');
  const saving = useSaving(props, settings);
  const changed = saving.error instanceof ApiError && saving.error.problem.code === 'dashboard.changed';
  const edited = (tile: Tile) => (
    <EditedTile tile={tile} tiles={tiles} onTiles={onTiles} onTold={setTold} answered={answered} words={words} />
  );
  return (
    <>
      <section className={classes.editBar} aria-label={t('dashboard.editing')}>
        <AddTile tiles={tiles} onTiles={onTiles} onTold={setTold} />
        <BoardSettings settings={settings} mayManage={dashboard.mayManage} onChange={setSettings} />
        <span className={classes.grow} />
        <Button variant="default" size="xs" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" loading={saving.isPending} onClick={() => saving.mutate('replace')}>
          {t('dashboard.save')}
        </Button>
      </section>
      <p className={classes.hint} id="board-keys">
        {t('dashboard.editHint')}
      </p>
      <p className="visually-hidden" role="status" aria-live="polite">
        {told}
      </p>
      <ProblemNote error={saving.error} />
      {changed && (
        <div className={classes.bar}>
          <Button variant="default" size="xs" onClick={() => saving.mutate('copy')}>
            {t('dashboard.saveCopy')}
          </Button>
          <Button variant="default" size="xs" onClick={() => void saving.reload()}>
            {t('dashboard.loadTheirs')}
          </Button>
        </div>
      )}
      <EditGrid tiles={tiles} onTiles={onTiles} edited={edited} />
    </>
  );
}

function useSaving({ dashboard, query, tiles, onDone }: Props, settings: Settings) {
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: dashboardsQuery.queryKey });
  const saving = useMutation({
    mutationFn: (how: 'replace' | 'copy') => {
      const { title, description, visibility } = settings;
      const body = { title, description, visibility, query, tiles: [...tiles] };
      if (how === 'copy') return call('create-dashboard', { body: { ...body, visibility: 'own' } });
      return call('replace-dashboard', { params: { id: dashboard.id }, body }, { ifMatch: dashboard.version });
    },
    onSuccess: async (kept) => {
      queryClient.setQueryData(dashboardQuery(kept.id).queryKey, kept);
      await renew();
      onDone();
      if (kept.id !== dashboard.id) location.assign(`/dashboards/${kept.id}`);
    },
  });
  const reload = async () => {
    await queryClient.invalidateQueries({ queryKey: dashboardQuery(dashboard.id).queryKey });
    onDone();
  };
  return { ...saving, reload };
}
