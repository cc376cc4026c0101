import type { Schemas } from '../../api/client.ts';

export type Starred = Schemas['Awards']['entries'][number];

/** Codes of a star rating: a level for each number of stars. */
const STARS: Readonly<Record<string, number>> = {
  'stars.five': 5,
  'stars.four': 4,
  'stars.three': 3,
  'stars.two': 2,
  'stars.one': 1,
};
const STARS_MOST = 5;

/** 0: an award that is no stars. */
export const starsOf = ({ award }: Starred): number => STARS[award] ?? 0;

/** So many of five, for the eye; what is read aloud stands beside them. */
export const Stars = ({ count }: Readonly<{ count: number }>) => (
  <span className="stars" aria-hidden="true">
    {'★'.repeat(count)}
    <span className="stars-none">{'☆'.repeat(STARS_MOST - count)}</span>
  </span>
);
