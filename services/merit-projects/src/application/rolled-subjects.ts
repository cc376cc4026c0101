import { type AskedNeeds, needsOf } from '../domain/needs/needs.ts';
import type { TestedSubject } from '../domain/roll/facts.ts';
import { judgedRoll } from '../domain/roll/needs.ts';
import { isUndecided, keyOf, standingOn } from '../domain/roll/state.ts';
import type { RollShown } from './rolls.ts';
import { entryIdOf } from './streams.ts';
import { type ToldNeed, toldNeeds } from './tell-needs.ts';

export const ROLL_STANDINGS = ['on', 'off'] as const;
export const ROLL_CAUSES = [
  'roll',
  'included',
  'excluded',
  'founded-later',
  'ended-before',
  'exited-before',
  'left-office',
  'need-unmet',
  'need-undecided',
  'known-later',
  'ended-by-now',
] as const;
export type RollCause = (typeof ROLL_CAUSES)[number];

/** An organization that stands on the roll, or does not, and why; `name` in Chinese, to be found by. */
export type RolledSubject = Readonly<{
  track: string;
  subjectId: string;
  subjectKind: 'organization' | 'person';
  /** Its entry, once it is listed; empty: it has none. */
  entryId: string;
  name: string;
  standing: (typeof ROLL_STANDINGS)[number];
  cause: RollCause;
  /** What was found of its needs: when the roll was listed, or, before that, by now. */
  needs: ToldNeed[];
}>;

const toldOf = (tested: TestedSubject | undefined, asked: readonly AskedNeeds[]): ToldNeed[] =>
  tested === undefined ? [] : toldNeeds(needsOf(asked, tested.trackId)?.needs ?? [], tested.needs, tested.asOf);

/** Everybody who stands on the roll, or would by what is known now; and everybody of the same kinds who does not. */
export const rolledSubjects = ({
  editionId,
  kindOf,
  rule,
  roll,
  found,
  needs,
}: RollShown): readonly RolledSubject[] => {
  const isListed = roll.listedAsOf !== null;
  const now = judgedRoll(needs, found);
  const tested = isListed ? roll.tested : new Map(now.tested.map((one) => [keyOf(one), one]));
  const foundNow = new Map(now.on.map((one) => [keyOf(one), one]));
  const standing = standingOn(roll, isListed ? [] : now.on);
  const row = (key: string, of: RolledSubject['standing'], cause: RollCause): RolledSubject => {
    const [track = '', subjectId = ''] = key.split('/');
    const name = found.names.get(subjectId) ?? '';
    const hasEntry = isListed && rule.enters && (roll.listed.has(key) || roll.included.has(key) || of === 'on');
    const kind = kindOf(track);
    const entryId = hasEntry ? entryIdOf(editionId, track, { kind, id: subjectId }) : '';
    const told = kind === 'organization' ? kind : 'person';
    return {
      track,
      subjectId,
      subjectKind: told,
      entryId,
      name,
      standing: of,
      cause,
      needs: toldOf(tested.get(key), needs),
    };
  };
  const on = [...standing.keys()].map((key) => {
    if (roll.included.has(key)) return row(key, 'on', 'included');
    if (isUndecided({ tested, included: roll.included }, key)) return row(key, 'on', 'need-undecided');
    return row(key, 'on', isListed && !foundNow.has(key) ? 'ended-by-now' : 'roll');
  });
  const off = new Map<string, RollCause>([
    ...now.off.map((one) => [keyOf(one), one.reason] as const),
    ...(isListed ? [...foundNow.keys()].map((key) => [key, 'known-later'] as const) : []),
    // What was found when it was listed holds, whatever is told of it since.
    ...roll.off.flatMap((one) => (one.reason === 'need-unmet' ? [[keyOf(one), one.reason] as const] : [])),
    ...[...roll.excluded.keys()].map((key) => [key, 'excluded'] as const),
  ]);
  return [...on, ...[...off].filter(([key]) => !standing.has(key)).map(([key, cause]) => row(key, 'off', cause))];
};
