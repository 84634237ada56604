import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStirred } from '../dashboards/tv/use-stirred.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import type { useWall } from './use-wall.ts';
import classes from './wall.module.css';
import { WallFace } from './wall-face.tsx';
import type { Layout } from './wall-view.tsx';

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
  const stirred = useStirred();
  const { wall, age, now, answer } = live;
  return (
    <WallFace {...{ title, layout, wall, age, now, stirred }} as="h2">
      {wall === undefined && answer.isError && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      <div className={classes.controls} data-idle={!stirred || undefined}>
        <Button variant="default" size="xs" onClick={() => void document.documentElement.requestFullscreen()}>
          {t('dashboard.fullScreen')}
        </Button>
        <Button size="xs" onClick={onClose}>
          {t('dashboard.leaveTv')}
        </Button>
      </div>
    </WallFace>
  );
}
