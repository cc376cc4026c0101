import type { CallContext } from '@jiangong/service-host';
import { bonusesOf, bonusGroundOf, decidesFor } from '../domain/bonus/ground.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { oversees } from './show-checklist.ts';

/** How an entry's claims stand, as the read models know it. */
export type BonusCounts = Readonly<{
  claims: number;
  waiting: number;
  granted: number;
  declined: number;
  proposals: number;
  waitingSince: string;
  lastAt: string;
}>;

export const BONUS_PROGRESS = ['none', 'waiting', 'decided'] as const;

export type BonusLine = BonusCounts &
  Readonly<{
    entryId: string;
    title: string;
    homeId: string;
    track: string;
    progress: (typeof BONUS_PROGRESS)[number];
  }>;

type CountsIn = (roundId: string) => Promise<(entryId: string) => BonusCounts>;

const progressOf = ({ claims, waiting }: BonusCounts): BonusLine['progress'] =>
  claims === 0 ? 'none' : waiting > 0 ? 'waiting' : 'decided';

/** How far the claims of a round are: for those who decide them or oversee the round, counts of every entry; for others nothing. */
export const bonusProgress =
  (evaluation: Evaluation, countsIn: CountsIn) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly BonusLine[]> => {
    if (bonusesOf(round).length === 0) return [];
    const [person, counts] = await Promise.all([callerIn(evaluation, round, call), countsIn(round.roundId)]);
    const overseer = oversees(round, person);
    return entriesIn(round).flatMap(({ entryId, title, homeId, track }) => {
      const ground = bonusGroundOf(round, entryId, person, call.now);
      const decides = ground.bonuses.some(({ rules }) => decidesFor(ground, rules) !== undefined);
      if (!overseer && !decides) return [];
      const counted = counts(entryId);
      return [{ entryId, title, homeId, track, ...counted, progress: progressOf(counted) }];
    });
  };

/** What of a round's bonuses concerns the caller. */
export type MyBonusLine = Readonly<{
  round: PreparedRound;
  concern: 'office' | 'subject';
  entryId: string;
  title: string;
  hindrance: string;
  claims: number;
  waiting: number;
}>;

export const myBonusesIn =
  (evaluation: Evaluation, countsIn: CountsIn) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly MyBonusLine[]> => {
    if (bonusesOf(round).length === 0) return [];
    const person = await callerIn(evaluation, round, call);
    const entries = entriesIn(round).map((entry) => ({
      ...{ entryId: entry.entryId, title: entry.title },
      ground: bonusGroundOf(round, entry.entryId, person, call.now),
    }));
    const [first] = entries;
    const mine = entries.filter(({ ground }) => ground.isSubject);
    const office = first?.ground.bonuses.some(({ rules }) => decidesFor(first.ground, rules) !== undefined) ?? false;
    if (first === undefined || (!office && mine.length === 0)) return [];
    const counts = await countsIn(round.roundId);
    const all = entries.map(({ entryId }) => counts(entryId));
    const whole = (of: (one: BonusCounts) => number): number => all.reduce((sum, one) => sum + of(one), 0);
    const ofOffice: MyBonusLine = {
      ...{ round, concern: 'office', entryId: '', title: '', hindrance: first.ground.deciding ?? '' },
      ...{ claims: whole((one) => one.claims), waiting: whole((one) => one.waiting) },
    };
    const ofSubjects = mine.map(({ entryId, title, ground }): MyBonusLine => {
      const { claims, waiting } = counts(entryId);
      return { round, concern: 'subject', entryId, title, hindrance: ground.hindrance ?? '', claims, waiting };
    });
    return [...(office ? [ofOffice] : []), ...ofSubjects];
  };
