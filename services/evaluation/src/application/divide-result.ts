import type { ComputeTally } from '../domain/round/orders.ts';
import { decidesInParts } from '../domain/round/decided-part.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';

type Division = Pick<ComputeTally, 'division'>;

/** Where entries stand and which committees of units, or which branches, decide, where the template says that they do: an organization's own place, or who put the entry forward. */
export const divisionOf = async (
  { knowledge }: Pick<Evaluation, 'knowledge'>,
  round: PreparedRound,
  now: string,
): Promise<Division> => {
  const of = decidesInParts(round.tables);
  if (of === undefined) return {};
  const entries = entriesIn(round).map(({ entryId, subject, nominatorId }) => ({
    entryId,
    standsAt: subject.kind === 'organization' ? subject.id : nominatorId,
  }));
  const places = [...new Set(entries.map((one) => one.standsAt))];
  const { paths, committees } = await knowledge.committeesAbove(places, now, of);
  const below = (standsAt: string): readonly string[] => {
    const path = paths.get(standsAt) ?? [];
    return path.slice(path.indexOf(round.committeeId) + 1);
  };
  return {
    division: {
      committees,
      paths: entries.map(({ entryId, standsAt }) => ({
        entryId,
        // A branch decides over itself as well as over its members: both stand below it.
        path: of === 'branch' ? [...below(standsAt), entryId] : below(standsAt),
      })),
    },
  };
};
