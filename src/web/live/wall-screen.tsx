import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStirred } from '../dashboards/tv/use-stirred.ts';
import { useFormat } from '../format/use-format.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import type { useWall } from './use-wall.ts';
import classes from './wall.module.css';
import { WallStanding } from './wall-standing.tsx';
import { type Layout, WallView } from './wall-view.tsx';

interface Props {
  readonly title: string;
  readonly layout: Layout;
  readonly live: ReturnType<typeof useWall>;
  readonly onClose: () => void;
}

/** The wall on a screen that nobody touches. */
export function WallScreen(props: Props) {
  const { t } = useTranslation();
  const close = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    props.onClose();
  };
  return (
    <Modal.Root opened onClose={close} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={t('dashboard.tvOf', { title: props.title })}>
        <Modal.Body p={0}>
          <Screen {...props} onClose={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Screen({ title, layout, live, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const stirred = useStirred();
  const { wall, age, now, answer } = live;
  const zone = wall === undefined ? {} : { timeZone: wall.timeZone };
  const time = new Intl.DateTimeFormat(language, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    // Focused itself, so that no control has the focus and stays in sight.
    <div className={classes.screen} data-idle={!stirred || undefined} tabIndex={-1} data-autofocus>
      <div className={classes.screenHead}>
        <h2>{title}</h2>
        {wall !== undefined && age !== null && <WallStanding wall={wall} age={age} />}
        <time className="figures">{time.format(now)}</time>
      </div>
      {wall === undefined && answer.isError && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {wall !== undefined && <WallView {...{ wall, layout, age }} onScreen />}
      <div className={classes.controls} data-idle={!stirred || undefined}>
        <Button variant="default" size="xs" onClick={() => void document.documentElement.requestFullscreen()}>
          {t('dashboard.fullScreen')}
        </Button>
        <Button size="xs" onClick={onClose}>
          {t('dashboard.leaveTv')}
        </Button>
      </div>
    </div>
  );
}
