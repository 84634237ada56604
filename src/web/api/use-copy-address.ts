import { addressToShare } from './chosen-workspace.ts';
import { useSession } from './session.ts';

/** The address of the page for somebody else of the same workspace. */
export function useCopyAddress(): () => string {
  const { workspace, workspaces } = useSession();
  const named = workspaces.length > 1 ? (workspace?.id ?? null) : null;
  return () => addressToShare(location.href, named);
}
