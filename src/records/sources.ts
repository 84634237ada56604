import type { Records } from './client.ts';

/** Where data comes from, and what must be said about it wherever it is shown. */
export interface SourceNote {
  readonly id: string;
  readonly name: string;
  readonly generated: boolean;
  readonly attribution: { readonly en: string; readonly fr: string } | null;
}

export async function saveSource(records: Records, workspace: string, source: SourceNote): Promise<void> {
  const body = {
    name: source.name,
    generated: source.generated,
    attribution: source.attribution ? JSON.stringify(source.attribution) : null,
  };
  await records
    .insertInto('sources')
    .values({ workspace, id: source.id, ...body })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(body))
    .execute();
}

export async function listSources(records: Records, workspace: string): Promise<SourceNote[]> {
  return records
    .selectFrom('sources')
    .select(['id', 'name', 'generated', 'attribution'])
    .where('workspace', '=', workspace)
    .orderBy('id')
    .execute();
}
