import type { Ids, Place, Reader } from './grounds.ts';

/** One page that somebody sees: where it is, who reads it, and what must have happened for it to have something to show. */
export type ShownPage = Readonly<{
  /** What it is called here, and its picture. */
  name: string;
  /** As the router writes it. */
  route: string;
  at: (ids: Ids) => string;
  as: Reader;
  place: Place;
  /** What stands on it once it is filled; without one: its heading. */
  filledBy?: string;
  /** A button in Chinese and in English that opens what is looked at: a dialog. */
  opens?: readonly [zh: string, en: string];
  /** People open it on a phone: a picture of that, too. */
  onPhone?: true;
}>;
