import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { useStirred } from '../dashboards/tv/use-stirred.ts';
import { useFormat } from '../format/use-format.ts';
import { LanguageMenu, ThemeMenu } from '../frame/preference-menus.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TicketsOpen } from './ticket-name.tsx';
import { useWallAge } from './use-wall-age.ts';
import classes from './wall.module.css';
import { WallFace } from './wall-face.tsx';

type Shared = Extract<AnswerOf<'open-link'>, { kind: 'wall' }>;

interface Props {
  readonly shared: Shared;
  /** When it came, by the clock of this screen, epoch ms. */
  readonly receivedAt: number;
  /** Whether the figures could not be renewed. */
  readonly failing: boolean;
}

/** The wallboard on a screen that nobody is signed in at. */
export function SharedWall({ shared, receivedAt, failing }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const stirred = useStirred();
  const { title, layout, wall, expiresAt, workspace, attributions } = shared;
  const { now, age } = useWallAge({ wall, receivedAt, failing });
  const empty = wall.newestEventAt === null;
  return (
    <TicketsOpen value={false}>
      <main id="content">
        <WallFace {...{ title, layout, age, now, stirred }} wall={empty ? undefined : wall} as="h1">
          {empty && <EmptyState title={t('wall.noData')}>{t('wall.noDataLead')}</EmptyState>}
          <div className={classes.screenFoot}>
            <span>{t('share.sharedBy', { workspace })}</span>
            {attributions.map((attribution) => (
              <span key={attribution.en}>{format.text(attribution)}</span>
            ))}
            <span>{t('share.until', { when: format.instant(expiresAt, wall.timeZone) })}</span>
          </div>
          <div className={classes.controls} data-idle={!stirred || undefined}>
            <LanguageMenu />
            <ThemeMenu />
            <Button variant="default" size="xs" onClick={() => void document.documentElement.requestFullscreen()}>
              {t('dashboard.fullScreen')}
            </Button>
          </div>
        </WallFace>
      </main>
    </TicketsOpen>
  );
}
