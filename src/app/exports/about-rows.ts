import type { Document } from '#presentation/document/describe-document.ts';

/** What a report rests on as rows of two cells: what was asked, then what each figure means. */
export function aboutRows({
  about,
  howToUse,
  definitions,
}: Omit<Document, 'table'>): readonly (readonly [string, string])[] {
  return [
    ...about.map(({ name, value }) => [name, value] as const),
    ...(howToUse === '' ? [] : [['', howToUse] as const]),
    ...definitions.flatMap(({ title, help, lines, formula, population }) => [
      [title, help] as const,
      ...lines.map(({ name, value }) => [name, value] as const),
      ['', formula] as const,
      ['', population] as const,
    ]),
  ];
}
