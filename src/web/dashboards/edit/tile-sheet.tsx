import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestText, type Tile } from '#domain/report/dashboard.ts';
import type { Picture } from '#domain/report/report.ts';
import settingsClasses from '../../settings/settings.module.css';
import { SideSheet } from '../../ui/side-sheet.tsx';

interface Props {
  readonly tile: Tile;
  readonly name: string;
  readonly onChange: (tile: Tile) => void;
  readonly onClose: () => void;
}

const pictures: readonly Picture[] = ['trend', 'columns', 'stacked', 'area', 'heatmap', 'matrix', 'table'];

/** What a tile shows: its text, or its title and picture. */
export function TileSheet({ tile, name, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(tile.kind === 'text' ? tile.text : (tile.title ?? ''));
  const [picture, setPicture] = useState(tile.kind === 'text' ? null : tile.picture);
  const apply = () => {
    const title = text.trim() === '' ? null : text.trim();
    onChange(tile.kind === 'text' ? { ...tile, text } : { ...tile, title, picture });
    onClose();
  };
  return (
    <SideSheet
      opened
      onClose={onClose}
      side="right"
      size="min(460px, 100vw)"
      title={t(tile.kind === 'text' ? 'dashboard.editText' : 'dashboard.editTile')}
    >
      <form
        className={settingsClasses.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {tile.kind === 'text' ? (
          <Textarea
            label={t('dashboard.text')}
            description={t('dashboard.markdown')}
            data-autofocus
            autosize
            minRows={6}
            maxLength={longestText}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              label={t('saved.title')}
              placeholder={name}
              description={t('dashboard.titleHelp')}
              data-autofocus
              maxLength={200}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('dashboard.picture')}
              value={picture ?? ''}
              onChange={(event) => setPicture((event.currentTarget.value || null) as Picture | null)}
              data={[
                { value: '', label: t('dashboard.pictureOfReport') },
                ...pictures.map((each) => ({ value: each, label: t(`dashboard.pictures.${each as 'trend'}`) })),
              ]}
            />
          </>
        )}
        <div>
          <Button type="submit" size="xs">
            {t('dashboard.apply')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
