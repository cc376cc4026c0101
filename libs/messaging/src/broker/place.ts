/** Where a fact stands: its event's position in the log, and its number among the facts of that event. */
export type Place = Readonly<{ position: number; ordinal: number }>;

/** Before everything. */
export const BEGINNING: Place = { position: 0, ordinal: 0 };

export const comparePlaces = (a: Place, b: Place): number => a.position - b.position || a.ordinal - b.ordinal;

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === null || b === null ? a === b : comparePlaces(a, b) === 0;

export const textOfPlace = ({ position, ordinal }: Place): string => `${position}/${ordinal}`;

const PLACE = /^(\d{1,16})\/(\d{1,9})$/;

/** Undefined where the text is no place. */
export const placeOfText = (text: string): Place | undefined => {
  const found = PLACE.exec(text);
  if (!found) return undefined;
  const place = { position: Number(found[1]), ordinal: Number(found[2]) };
  return Number.isSafeInteger(place.position) ? place : undefined;
};
