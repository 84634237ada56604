import { defineFactTable, type Row } from '../fact-table.ts';

/**
 * One row per ticket and stage (a source without stages: per status, pipeline null). `sumSeconds` adds the presences;
 * `spanSeconds` runs from the first entry to the end of the last presence. Null while the stage was never left.
 */
export const stages = defineFactTable({
  name: 'stages',
  grain: 'one ticket in one stage',
  ofTicket: true,
  columns: {
    n: 'count',
    agent: 'text',
    team: 'text',
    inPipeline: 'text',
    inStage: 'text',
    entries: 'count',
    firstEnteredAt: 'instant',
    lastLeftAt: 'instant',
    sumSeconds: 'seconds',
    sumBusinessSeconds: 'seconds',
    spanSeconds: 'seconds',
    spanBusinessSeconds: 'seconds',
  },
});

export type StageFact = Row<typeof stages.columns>;
