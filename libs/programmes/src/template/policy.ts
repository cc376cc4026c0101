import { programmeLimits as limits } from '../limits.ts';
import { choice, list, map, optional, record, type ValueOf, whole, word } from '../shape/shape.ts';

/** Levels of working committees, from above; each stands one below the one before it. */
export const LEVELS = ['province', 'city', 'county', 'township'] as const;
export type Level = (typeof LEVELS)[number];

/** What a higher level binds the editions of the levels below to. */
export const POLICY = record({
  policy: record({
    by: choice('province', 'city', 'county'),
    binds: map(
      LEVELS,
      record({ commendations: whole({ min: 0, max: limits.placesMax }), in: choice('year', 'cycle') }),
      { min: 1, max: LEVELS.length },
    ),
    cycle: optional(word('term')),
    nameUnlike: optional(choice('superior')),
    counts: list(choice('honour', 'level', 'recommendation'), { min: 1, max: 3 }),
  }),
});
export type Policy = ValueOf<typeof POLICY>;
