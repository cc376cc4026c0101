import { decide, type Grant } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import type { UnitPart } from '../domain/decision/unit-division.ts';
import { decidableOf } from '../domain/round/decide-decision.ts';
import { partsOf } from '../domain/round/decided-part.ts';
import { type ClosedRound, isClosed } from '../domain/round/state.ts';
import type { Taken } from '../domain/decision/taken.ts';
import { partIdOf } from './decision-streams.ts';
import type { Decisions } from './decisions.ts';

/** A unit's part of a round, with what was decided over it. */
export type ShownPart = Readonly<{ partId: string; part: UnitPart; taken: Taken }>;

const UNDECIDED: Taken = { kind: 'undecided' };

const shownPart = (round: ClosedRound, part: UnitPart): ShownPart => {
  const decidable = decidableOf(round, part.committeeId);
  const taken = 'reason' in decidable ? UNDECIDED : decidable.taken;
  return { partId: partIdOf(round.roundId, part.committeeId), part, taken };
};

/** The parts of a round that the caller may read the result of: a unit its own, whoever runs the round all of them. */
export const partsShown =
  ({ readRound, knowledge }: Pick<Decisions, 'readRound' | 'knowledge'>) =>
  async (roundId: string, grants: readonly Grant[], { caller, now }: CallContext): Promise<readonly ShownPart[]> => {
    const { round } = await readRound(roundId);
    const parts = isClosed(round) ? (partsOf(round) ?? []) : [];
    if (!isClosed(round) || parts.length === 0) return [];
    const { paths } = await knowledge.committeesAbove(
      parts.map(({ committeeId }) => committeeId),
      now,
    );
    const mayRead = ({ committeeId }: UnitPart): boolean =>
      decide({
        subject: { kind: caller.kind, personId: caller.personId },
        grants,
        action: 'round.read-result',
        resource: { organizationPath: `/${(paths.get(committeeId) ?? []).join('/')}/` },
        now,
      }).allow;
    return parts.filter(mayRead).map((part) => shownPart(round, part));
  };

/** A part by its id, with the round that it is of; undefined: no such part. */
export const partFound =
  ({ readRound, known }: Pick<Decisions, 'readRound' | 'known'>) =>
  async (partId: string): Promise<Readonly<{ round: ClosedRound; shown: ShownPart }> | undefined> => {
    const found = await known.partOf(partId);
    if (found === undefined) return undefined;
    const { round } = await readRound(found.roundId);
    if (!isClosed(round)) return undefined;
    const part = partsOf(round)?.find(({ committeeId }) => committeeId === found.unitId);
    return part && { round, shown: shownPart(round, part) };
  };
