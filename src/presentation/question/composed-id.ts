/** The id of a report that a reader puts together; the catalogue has none of this name. */
export const composedId = 'compose';

/** Keys of the URL that only such a report has. */
export const composeKeys = ['kpis', 'picture'] as const;
