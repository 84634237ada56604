import { VigieError } from '#domain/error.ts';
import { resolveFigure } from '#domain/kpi/resolve-figure.ts';
import { splitRefs } from '#domain/kpi/split-refs.ts';
import type { Every } from '#domain/report/query.ts';
import type { Picture, Report } from '#domain/report/report.ts';
import { composedId } from './composed-id.ts';
import type { Search } from './filters.ts';

export const composedPictures: readonly Picture[] = [
  'trend',
  'columns',
  'stacked',
  'area',
  'heatmap',
  'matrix',
  'distribution',
  'gauge',
  'table',
];

/** A figure of the URL that cannot be asked for, and why. */
export interface WrongFigure {
  readonly ref: string;
  readonly error: VigieError;
}

export interface Composed {
  readonly report: Report;
  readonly wrong: readonly WrongFigure[];
}

/** The report that a URL puts together: its sound figures, and those that are not. */
export function readComposed(search: Search): Composed {
  const wrong: WrongFigure[] = [];
  const kpis = [...new Set(splitRefs(search.kpis ?? ''))].filter((ref) => {
    const error = findError(ref);
    if (error !== null) wrong.push({ ref, error });
    return error === null;
  });
  const picture = composedPictures.find((each) => each === search.picture) ?? 'trend';
  return { report: composedReport(kpis, picture), wrong };
}

/** Why a figure cannot be asked for; null where it can. */
export function findError(ref: string): VigieError | null {
  try {
    resolveFigure(ref, { basis: null, time: 'calendar' });
    return null;
  } catch (error) {
    if (error instanceof VigieError) return error;
    throw error;
  }
}

const alongTime: ReadonlySet<Picture> = new Set<Picture>(['trend', 'area', 'distribution', 'gauge']);

function composedReport(kpis: readonly string[], picture: Picture): Report {
  const every: Every | null = alongTime.has(picture) ? 'week' : null;
  return {
    id: composedId,
    theme: 'team',
    question: { en: 'Your own report', fr: 'Votre propre rapport' },
    title: { en: 'Composed report', fr: 'Rapport composé' },
    about: {
      en: 'Put together from figures of the registry. The address of the page holds all of it.',
      fr: 'Composé de chiffres du registre. L’adresse de la page le contient tout entier.',
    },
    kpis,
    by: picture === 'heatmap' ? ['weekday', 'hour'] : [],
    every,
    picture,
  };
}
