import { useSyncExternalStore } from 'react';

const paper = matchMedia('print');
/** Browsers tell of printing by events, and of print preview by the medium alone. */
let told = false;

function subscribe(onChange: () => void): () => void {
  const begin = () => {
    told = true;
    onChange();
  };
  const end = () => {
    told = false;
    onChange();
  };
  paper.addEventListener('change', onChange);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    paper.removeEventListener('change', onChange);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Whether the page is being put on paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => told || paper.matches);
}
