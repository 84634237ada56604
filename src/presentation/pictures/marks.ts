const dashes = ['solid', [7, 4], [2, 3], [12, 4, 2, 4], [5, 2], [14, 5], [2, 6], [9, 3, 2, 3, 2, 3]] as const;
const symbols = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
  'emptyDiamond',
] as const;

/** How the line of a place is dashed, so that lines are told apart without their colours. */
export const dashOf = (place: number) => dashes[place % dashes.length] ?? 'solid';

/** The shape of the points of a line, which its name bears too. */
export const symbolOf = (place: number) => symbols[place % symbols.length] ?? 'circle';

/** Hatching on fills that stand next to each other. */
export const hatched = { enabled: true, label: { enabled: false }, decal: { show: true } } as const;
