import type { ComputeTally } from '../domain/round/orders.ts';
import { decidesByUnits } from '../domain/round/decided-part.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';

type Division = Pick<ComputeTally, 'division'>;

/** Where entries stand and which committees of units decide, where the template says that they do: an organization's own place, or who put the entry forward. */
export const divisionOf = async (
  { knowledge }: Pick<Evaluation, 'knowledge'>,
  round: PreparedRound,
  now: string,
): Promise<Division> => {
  if (!decidesByUnits(round.tables)) return {};
  const entries = entriesIn(round).map(({ entryId, subject, nominatorId }) => ({
    entryId,
    standsAt: subject.kind === 'organization' ? subject.id : nominatorId,
  }));
  const { paths, committees } = await knowledge.committeesAbove([...new Set(entries.map((one) => one.standsAt))], now);
  const below = (standsAt: string): readonly string[] => {
    const path = paths.get(standsAt) ?? [];
    return path.slice(path.indexOf(round.committeeId) + 1);
  };
  return {
    division: { committees, paths: entries.map(({ entryId, standsAt }) => ({ entryId, path: below(standsAt) })) },
  };
};
