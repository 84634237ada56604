import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { describeKpi } from '#contract/describe-kpi.ts';
import { kpis } from '#domain/kpi/index.ts';
import { getDimension } from '#domain/report/dimension.ts';
import { addDays, parsePeriod } from '#presentation/question/period.ts';
import { useFormat } from '../format/use-format.ts';
import { Logo } from '../frame/logo.tsx';
import { LanguageMenu, ThemeMenu } from '../frame/preference-menus.tsx';
import { useWordsOf } from '../reports/use-words.ts';
import sharedClasses from '../shared/shared.module.css';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import classes from './board.module.css';
import { BoardView } from './board-view.tsx';

type Shared = Extract<AnswerOf<'open-link'>, { kind: 'dashboard' }>;

interface Props {
  readonly shared: Shared;
  /** Whether the figures could not be brought up to date. */
  readonly cutOff: boolean;
}

/** A dashboard as it was shared: its tiles with the filters of the link, and until when the link holds. */
export function SharedBoard({ shared, cutOff }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { board, data } = shared;
  const source = useMemo(() => {
    const ids = data.tiles.flatMap(({ answers }) => answers.flatMap(({ columns }) => columns));
    const dimensions = [...new Set(ids.filter(({ role }) => role === 'dimension').map(({ id }) => id))];
    return {
      kpis: kpis.map((kpi) => describeKpi(kpi, {})),
      dimensions: dimensions.map((id) => getDimension(id)),
      opens: () => false,
    };
  }, [data]);
  const words = useWordsOf(source);
  const answered = useMemo(() => ({ ...board, data }), [board, data]);
  const { from, to } = parsePeriod(board.query.period, data.context);
  const at = format.instant(data.answeredAt, data.context.timeZone);
  return (
    <div className={sharedClasses.shared}>
      <header className={sharedClasses.head}>
        <span className={sharedClasses.brand}>
          <Logo />
          {shared.workspace}
        </span>
        <span className={sharedClasses.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      <main id="content">
        <Page
          title={shared.title}
          {...(board.query.period === undefined
            ? {}
            : { lead: <span className="figures">{format.range(from, addDays(to, -1))}</span> })}
        >
          {cutOff && (
            <p className={`${classes.note} ${classes.cut}`} role="status">
              {t('dashboard.cutOff', { at })}
            </p>
          )}
          {board.tiles.length === 0 ? (
            <EmptyState title={t('dashboard.noTiles')} />
          ) : (
            <BoardView tiles={board.tiles} answered={answered} words={words} />
          )}
        </Page>
      </main>
      <footer className={sharedClasses.foot}>
        <p>{t('share.sharedBy', { workspace: shared.workspace })}</p>
        {shared.attributions.map((attribution) => (
          <p key={attribution.en}>{format.text(attribution)}</p>
        ))}
        <p>
          {t('dashboard.asOf', { at })}{' '}
          {t('share.until', { when: format.instant(shared.expiresAt, data.context.timeZone) })}
        </p>
      </footer>
    </div>
  );
}
