import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { slotsPerDay } from '#domain/time/editing/paint-week.ts';
import { moveInGrid, type Place } from './move-in-grid.ts';

/** What is being painted: days counted from Monday, slots both included. */
export interface GridStroke {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

interface Options {
  readonly isOpen: (day: number, slot: number) => boolean;
  readonly paint: (stroke: GridStroke) => void;
  readonly edits: boolean;
}

interface Drag {
  readonly from: Place;
  readonly to: Place;
  readonly open: boolean;
}

function strokeOf({ from, to, open }: Drag): GridStroke {
  const [first, last] = [Math.min(from.day, to.day), Math.max(from.day, to.day)];
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { days, from: Math.min(from.slot, to.slot), to: Math.max(from.slot, to.slot), open };
}

function placeOf(target: EventTarget): Place | null {
  const { day, slot } = (target as HTMLElement).dataset;
  return day === undefined || slot === undefined ? null : { day: Number(day), slot: Number(slot) };
}

/** Painting a grid of days and quarter hours: by dragging, by a tap, and by keys. */
export function usePainting({ isOpen, paint, edits }: Options) {
  const [place, setPlace] = useState<Place>({ day: 0, slot: slotsPerDay * 0.375 });
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ drag, paint });
  latest.current = { drag, paint };
  useEffect(() => {
    if (drag === null) return;
    const finish = () => {
      if (latest.current.drag !== null) latest.current.paint(strokeOf(latest.current.drag));
      setDrag(null);
    };
    const abandon = () => setDrag(null);
    window.addEventListener('pointerup', finish);
    window.addEventListener('pointercancel', abandon);
    return () => {
      window.removeEventListener('pointerup', finish);
      window.removeEventListener('pointercancel', abandon);
    };
  }, [drag]);
  const one = (at: Place, open: boolean) => paint({ days: [at.day], from: at.slot, to: at.slot, open });
  const handlers = {
    onFocus(event: FocusEvent) {
      const at = placeOf(event.target);
      if (at !== null) setPlace(at);
    },
    onPointerDown(event: PointerEvent) {
      const at = placeOf(event.target);
      if (!edits || at === null || event.button !== 0 || event.pointerType === 'touch') return;
      event.preventDefault();
      setPlace(at);
      setDrag({ from: at, to: at, open: !isOpen(at.day, at.slot) });
    },
    onPointerOver(event: PointerEvent) {
      const at = placeOf(event.target);
      if (at !== null && drag !== null) setDrag({ ...drag, to: at });
    },
    /** A finger scrolls; where it taps, one quarter hour changes. */
    onClick(event: MouseEvent) {
      const at = placeOf(event.target);
      if (!edits || at === null || (event.nativeEvent as globalThis.PointerEvent).pointerType !== 'touch') return;
      setPlace(at);
      one(at, !isOpen(at.day, at.slot));
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const at = placeOf(event.target) ?? place;
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (edits) one(at, !isOpen(at.day, at.slot));
        return;
      }
      const to = moveInGrid(at, event);
      if (to === null) return;
      event.preventDefault();
      setPlace(to);
      event.currentTarget.querySelector<HTMLElement>(`[data-day="${to.day}"][data-slot="${to.slot}"]`)?.focus();
      // What is left behind is carried on.
      if (edits && event.shiftKey) paint(strokeOf({ from: at, to, open: isOpen(at.day, at.slot) }));
    },
  };
  return { place, stroke: drag === null ? null : strokeOf(drag), handlers };
}
