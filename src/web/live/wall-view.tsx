import { type WallLayout, wallLayouts } from '#contract/wall-layouts.ts';
import { ActivityPanel } from './panels/activity-panel.tsx';
import { BreachesPanel } from './panels/breaches-panel.tsx';
import { ChatsPanel } from './panels/chats-panel.tsx';
import { QueuePanel } from './panels/queue-panel.tsx';
import { ResourcesPanel } from './panels/resources-panel.tsx';
import { WordPanel } from './panels/word-panel.tsx';
import type { Wall } from './use-wall.ts';
import classes from './wall.module.css';
import type { WallAge } from './wall-age.ts';

/** What a wall may show; the first is shown where the address says none. */
export const layouts = wallLayouts;
export type Layout = WallLayout;

export function layoutOf(text: string | undefined): Layout {
  return layouts.find((each) => each === text) ?? 'whole';
}

const shown = {
  whole: ['chats', 'resources', 'activity', 'word', 'queue', 'breaches'],
  queue: ['queue', 'word'],
  chats: ['chats', 'resources', 'activity'],
  breaches: ['breaches', 'word'],
} as const satisfies Record<Layout, readonly string[]>;

interface Props {
  readonly wall: Wall;
  readonly layout: Layout;
  readonly age: WallAge | null;
  /** Fills a screen: rows that do not fit are not shown. */
  readonly onScreen?: boolean;
}

/** The panels of a layout, grey where their figures cannot be relied on. */
export function WallView({ wall, layout, age, onScreen = false }: Props) {
  const has = (name: string) => (shown[layout] as readonly string[]).includes(name);
  const unsure = age !== null && age.state !== 'fresh';
  return (
    <div
      className={classes.wall}
      data-layout={layout}
      data-screen={onScreen || undefined}
      data-unsure={unsure || undefined}
    >
      {has('chats') && <ChatsPanel chats={wall.chats} />}
      {has('resources') && <ResourcesPanel resources={wall.resources} />}
      {has('activity') && <ActivityPanel today={wall.today} />}
      {has('word') && <WordPanel today={wall.today} />}
      {has('queue') && <QueuePanel queue={wall.queue} labels={wall.labels} />}
      {has('breaches') && (
        <BreachesPanel breaches={wall.breaches} labels={wall.labels} timeZone={wall.timeZone} today={wall.today} />
      )}
    </div>
  );
}
