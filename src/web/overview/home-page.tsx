import { useWorkspace } from '../api/workspace.ts';
import { FirstRun } from '../sources/first-run.tsx';
import { OverviewPage } from './overview-page.tsx';

/** The first screen: what to start with, until there is something to look at. */
export function HomePage() {
  const status = useWorkspace();
  return status.hasData && status.tickets > 0 ? <OverviewPage status={status} /> : <FirstRun status={status} />;
}
