import { useMay } from '../api/session.ts';
import { type Place, places } from './go-to.ts';

/** The pages that this reader may open. */
export function usePlaces(): readonly Place[] {
  const may = useMay();
  return places.filter((place) => place.may === null || may(place.may));
}
