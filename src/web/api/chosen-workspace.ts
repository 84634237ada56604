const key = 'vigie.workspace';

/** The workspace this tab was led or sent to; null where it has not chosen. */
export function workspaceOfTab(): string | null {
  return sessionStorage.getItem(key);
}

/** The workspace this tab works in: its own choice, else the last one made in this browser; null leaves it to the server. */
export function chosenWorkspace(): string | null {
  return workspaceOfTab() ?? localStorage.getItem(key);
}

/** Null forgets the choice, for instance when the reader is no longer a member. */
export function chooseWorkspace(id: string | null): void {
  for (const storage of [sessionStorage, localStorage]) {
    if (id === null) storage.removeItem(key);
    else storage.setItem(key, id);
  }
}

/** An address as it is copied: it names the workspace for readers who have several, and never otherwise. */
export function addressToShare(href: string, workspace: string | null): string {
  const url = new URL(href);
  url.searchParams.delete('workspace');
  if (workspace !== null) url.searchParams.set('workspace', workspace);
  // Left readable, as the addresses of pages are.
  url.search = url.search.replaceAll('%2C', ',').replaceAll('%3A', ':');
  return url.href;
}
