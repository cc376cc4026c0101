import { keyOf, standingOn } from '../domain/roll/state.ts';
import type { RollShown } from './rolls.ts';

export const ROLL_STANDINGS = ['on', 'off'] as const;
export const ROLL_CAUSES = [
  'roll',
  'included',
  'excluded',
  'founded-later',
  'ended-before',
  'known-later',
  'ended-by-now',
] as const;
export type RollCause = (typeof ROLL_CAUSES)[number];

/** An organization that stands on the roll, or does not, and why; `name` in Chinese, to be found by. */
export type RolledSubject = Readonly<{
  track: string;
  subjectId: string;
  name: string;
  standing: (typeof ROLL_STANDINGS)[number];
  cause: RollCause;
}>;

/** Everybody who stands on the roll, or would by what is known now; and everybody of the same kinds who does not. */
export const rolledSubjects = ({ roll, found }: RollShown): readonly RolledSubject[] => {
  const isListed = roll.listedAsOf !== null;
  const foundNow = new Map(found.on.map((one) => [keyOf(one), one]));
  const standing = standingOn(roll, isListed ? [] : found.on);
  const row = (key: string, of: RolledSubject['standing'], cause: RollCause): RolledSubject => {
    const [track = '', subjectId = ''] = key.split('/');
    return { track, subjectId, name: found.names.get(subjectId) ?? '', standing: of, cause };
  };
  const on = [...standing.keys()].map((key) => {
    if (roll.included.has(key)) return row(key, 'on', 'included');
    return row(key, 'on', isListed && !foundNow.has(key) ? 'ended-by-now' : 'roll');
  });
  const off = new Map<string, RollCause>([
    ...found.off.map((one) => [keyOf(one), one.reason] as const),
    ...(isListed ? [...foundNow.keys()].map((key) => [key, 'known-later'] as const) : []),
    ...[...roll.excluded.keys()].map((key) => [key, 'excluded'] as const),
  ]);
  return [...on, ...[...off].filter(([key]) => !standing.has(key)).map(([key, cause]) => row(key, 'off', cause))];
};
