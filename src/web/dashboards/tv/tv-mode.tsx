import { Button, Modal } from '@mantine/core';
import { useElementSize, useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '#presentation/board/pages-of.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from '../board.module.css';
import { BoardView } from '../board-view.tsx';
import type { AnsweredBoard, Dashboard } from '../queries.ts';
import type { Live } from '../use-live.ts';
import { useStirred } from './use-stirred.ts';

/** How long a page stands before the next one. */
const PAGE_MS = 20_000;
const gap = 16;
/** Rows of a screen: what is read from some metres away is larger than on a desk. */
const rowsWanted = 10;

/** A page fills the screen, but a single text is not blown up; a tile that is higher than the screen is made to fit it. */
function rowHeightOf(height: number, rows: number): number {
  const usual = Math.floor((height + gap) / rowsWanted) - gap;
  return Math.min(2 * usual, Math.floor((height + gap) / rows) - gap);
}

interface Props {
  readonly dashboard: Dashboard;
  readonly answered: AnsweredBoard | undefined;
  readonly words: Words;
  /** Whether the last attempt to renew the figures failed. */
  readonly failed: boolean;
  readonly live: Live;
  readonly onClose: () => void;
}

/** A dashboard on a screen that nobody touches: whole, page after page, with the age of its figures. */
export function TvMode(props: Props) {
  const { dashboard, onClose } = props;
  const { t } = useTranslation();
  const close = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    onClose();
  };
  return (
    <Modal.Root opened onClose={close} fullScreen>
      <Modal.Content aria-label={t('dashboard.tvOf', { title: dashboard.title })}>
        <Modal.Body p={0}>
          <Screen {...props} onClose={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Screen({ dashboard, answered, words, failed, live, onClose }: Props) {
  const { t } = useTranslation();
  const { ref, height } = useElementSize();
  const stirred = useStirred();
  const now = useNow();
  const pages = height === 0 ? [] : pagesOf(dashboard.tiles, rowsWanted);
  const [step, setStep] = useState(0);
  const turning = useInterval(() => setStep((before) => before + 1), PAGE_MS);
  const several = pages.length > 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages turn as long as there are several
  useEffect(() => {
    if (several) turning.start();
    return turning.stop;
  }, [several]);
  const at = several ? step % pages.length : 0;
  const page = pages[at];
  return (
    // Focused itself, so that no control has the focus and stays in sight.
    <div className={classes.tv} data-idle={!stirred || undefined} tabIndex={-1} data-autofocus>
      <div className={classes.tvHead}>
        <h2>{dashboard.title}</h2>
        <Clock now={now} />
      </div>
      <div className={classes.tvBody} ref={ref}>
        {page !== undefined && (
          <BoardView
            tiles={page.tiles}
            answered={answered}
            words={words}
            top={page.top}
            rowHeight={rowHeightOf(height, page.rows)}
          />
        )}
      </div>
      <div className={`${classes.tvFoot} figures`}>
        <Age answered={answered} failed={failed} live={live} now={now} />
        {several && <span>{t('dashboard.page', { at: at + 1, of: pages.length })}</span>}
      </div>
      <div className={classes.tvControls} data-idle={!stirred || undefined}>
        {several && (
          <Button variant="default" size="xs" onClick={() => setStep(at + 1)}>
            {t('dashboard.nextPage')}
          </Button>
        )}
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

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  return now;
}

function Clock({ now }: { readonly now: number }) {
  const { language } = useFormat();
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
  return <time className={`${classes.tvClock} figures`}>{time}</time>;
}

interface AgeProps extends Pick<Props, 'answered' | 'failed' | 'live'> {
  readonly now: number;
}

/** How old the figures are, and since when they are not renewed any more. */
function Age({ answered, failed, live, now }: AgeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answered === undefined) return <span>{t('common.loading')}</span>;
  const { answeredAt, context, tiles } = answered.data;
  const fresh = tiles.flatMap(({ answers }) => answers.flatMap(({ meta }) => meta.freshness ?? []));
  const newest = fresh.sort().at(-1);
  const seconds = Math.max(0, Math.floor((now - Date.parse(answeredAt)) / 1_000));
  const cutOff = failed || live.cutOffAt !== null;
  return (
    <>
      <span className={cutOff ? classes.tvCut : undefined} role="status">
        {cutOff
          ? t('dashboard.cutOff', { at: format.instant(answeredAt, context.timeZone) })
          : t('dashboard.age', { age: format.duration(seconds) })}
      </span>
      {newest !== undefined && (
        <span>
          {t('common.dataUpTo')} {format.instant(newest, context.timeZone)}
        </span>
      )}
    </>
  );
}
