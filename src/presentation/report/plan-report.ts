import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { QueryResult } from '#domain/report/query.ts';
import type { Picture } from '#domain/report/report.ts';
import { type Figures, partsOf, readFigures } from '../figures/figures.ts';
import { type Asking, questionOf } from '../question/asking.ts';
import { composedId } from '../question/composed-id.ts';
import type { Asked } from '../question/report-state.ts';
import type { TableModel } from '../table/table-model.ts';
import { type Frame, tableOfFigures } from '../table/table-of-figures.ts';
import { tableOfMatrix } from '../table/table-of-matrix.ts';
import type { Words } from '../words/create-words.ts';
import { planMatrix } from './plan-matrix.ts';

/** What the data of a workspace has, as far as it decides how a report is asked. */
export interface Knowledge {
  readonly kpis: readonly KpiInfo[];
  /** Whether a source gives verdicts of its own. */
  readonly judged: boolean;
  /** Which of the dimensions that may stand for one another tell rows apart. */
  readonly telling: readonly string[];
}

/** What a report shows: its table, and the figures of its picture. */
export interface Shown {
  readonly model: TableModel;
  readonly figures: Figures;
  /** The answer whose n, zone and freshness are told. */
  readonly standing: QueryResult;
  /** The order of the rows until the reader chooses another; null is that of the answer. */
  readonly sort: string | null;
}

/** A report made ready: the questions it asks, and how their answers become its table and its picture. */
export interface Plan {
  /** Their answers are shown in the same order. */
  readonly questions: readonly Asked[];
  /** The dimensions in use, where another may have taken the place of one without values. */
  readonly by: readonly string[];
  readonly swapped: { readonly missing: string; readonly used: string } | null;
  readonly picture: Picture;
  readonly frame: Frame;
  readonly show: (answers: readonly QueryResult[], words: Words) => Shown | null;
}

/** Any report of the catalogue; those that set agents against something are drawn as a matrix. */
export function planReport(asking: Asking, knowledge: Knowledge): Plan {
  const { report, state } = asking;
  if (report.id === composedId) return planComposed(asking, knowledge.kpis);
  if (report.picture === 'matrix') {
    const matrix = planMatrix(asking, knowledge);
    if (matrix !== null) {
      return { ...planCrossed({ ...matrix, kpis: knowledge.kpis }), swapped: matrix.swapped };
    }
  }
  if (state.every === null || state.by.length !== 1) return planPlain(asking, knowledge.kpis);
  return planCrossed({ asking, rowRefs: report.kpis, sort: null, kpis: knowledge.kpis });
}

/** A report of the reader's own: a matrix where two groups are set against each other, else as any other. */
function planComposed(asking: Asking, kpis: readonly KpiInfo[]): Plan {
  const { report, state } = asking;
  const isMatrix = report.picture === 'matrix' && state.every === null && state.by.length === 2;
  const isAlongTime = state.every !== null && state.by.length === 1;
  if (!isMatrix && !isAlongTime) return planPlain(asking, kpis);
  return planCrossed({ asking, rowRefs: report.kpis, sort: null, kpis });
}

const frameOf = ({ state: { period, every, time } }: Asking): Frame => ({ period, every, time });

/** One question: a picture, and the same figures in a table. */
function planPlain(asking: Asking, kpis: readonly KpiInfo[]): Plan {
  const { report, state } = asking;
  const frame = frameOf(asking);
  // Groups are ranked by the first figure; time and the hours of the week have an order of their own.
  const ranked = state.every === null && state.by.length > 0 && !state.by.includes('hour');
  return {
    questions: [questionOf(asking, kpis)],
    by: state.by,
    swapped: null,
    picture: report.picture,
    frame,
    show: ([answer], words) => {
      if (answer === undefined) return null;
      const figures = readFigures(answer);
      const [first] = figures.columns;
      const sort = ranked && first !== undefined ? `-${first.id}` : null;
      return { model: tableOfFigures(figures, frame, words), figures, standing: answer, sort };
    },
  };
}

interface Crossing {
  /** By two dimensions, or by one over time. */
  readonly asking: Asking;
  /** The row's own figures, after the columns in the middle. */
  readonly rowRefs: readonly string[];
  readonly sort: string | null;
  readonly kpis: readonly KpiInfo[];
}

/** A table that crosses a dimension with another, or with time; its total row is asked for, never added up. */
function planCrossed({ asking, rowRefs, sort, kpis }: Crossing): Plan {
  const { report, state } = asking;
  const [row = ''] = state.by;
  const question = questionOf(asking, kpis);
  const [first = ''] = question.kpis;
  // Which lines a picture has room for is decided by the rows behind them, not by how high they lie.
  const counted = `${partsOf(first).at(-1)?.split(':')[0]}:n`;
  const figure = { kpis: [first], compare: null };
  const ofRows: Asking = {
    ...asking,
    report: { ...report, kpis: rowRefs },
    state: { ...state, every: null, by: [row] },
  };
  const frame = frameOf(asking);
  return {
    questions: [
      { ...question, ...figure, kpis: [...new Set([first, counted])] },
      questionOf(ofRows, kpis),
      { ...question, ...figure, by: state.by.slice(1) },
    ],
    by: state.by,
    swapped: null,
    picture: report.picture,
    frame,
    show: ([spread, whole, across], words) => {
      if (spread === undefined || whole === undefined || across === undefined) return null;
      const figures = readFigures(state.every === null ? whole : spread);
      const model = tableOfMatrix({ spread, whole, across }, frame, words);
      return { model, figures, standing: whole, sort: sort ?? `-${first}` };
    },
  };
}
