import { compactFacts } from '#analytics/compact-facts.ts';
import type { App } from '../app.ts';

/** Writes facts of a workspace that lie in several large parts as one. */
export async function compactWorkspace({ analytics, workspace }: App): Promise<void> {
  await compactFacts(analytics, workspace);
}
