import { entitlingGrants } from '../round/may-score.ts';
import type { Candidate, HeldGrant } from '../round/holders.ts';
import type { Entry } from '../round/state.ts';
import type { RoundTables } from '../round/tables.ts';
import type { VotingGroup } from './facts.ts';
import { HOMES_JOINED_MAX } from './limits.ts';
import type { BallotRules, Electorate } from './rules.ts';

/** What is known of who could vote when the ballot is set. `besides`: the homes that stand under a home's superior, itself too; none: it has none. */
export type Electors = Readonly<{
  voters: readonly Candidate[];
  besides: Readonly<Record<string, readonly string[]>>;
}>;

type Judged = Pick<Entry, 'entryId' | 'homeId'>;

/** A box as it is to be: about one entry, for one group or several that were joined. */
export type PlannedBox = Readonly<{ entryId: string; groups: readonly VotingGroup[] }>;

/** The grant by which somebody votes in a group; undefined: he does not. */
export const grantIn = (
  tables: RoundTables,
  rules: BallotRules,
  { electorate, homes, butHome }: VotingGroup,
  { grants, homeId }: Candidate,
): HeldGrant | undefined => {
  const who = rules.electorates?.find(({ id }) => id === electorate)?.who;
  if (who === undefined || (homeId ?? '') === butHome) return undefined;
  if (homes !== null && !homes.includes(homeId ?? '')) return undefined;
  return entitlingGrants(tables, { by: [who] }, grants)[0];
};

const groupOf = (
  { id, table, scope }: Electorate,
  { homeId }: Judged,
  { ownApart }: BallotRules,
  besides: readonly string[] | null,
): VotingGroup => ({
  ...{ electorate: id, sourceId: table, homes: scope === 'round' ? null : (besides ?? [homeId]) },
  ...{ butHome: ownApart === true ? homeId : null, withSuperior: besides !== null },
});

type Joining = Readonly<{ electorates: readonly Electorate[]; widened: readonly string[] }>;

/**
 * The boxes about an entry, decided before anybody has a token: a group of fewer than `least` is joined with the one that the template
 * says, in the template's order, until none is left that could be. From then on they are one group: one key, one count, and whoever
 * belongs to several of its electorates has one vote.
 */
export const boxesAbout = (
  entry: Judged,
  { tables, rules, least }: Readonly<{ tables: RoundTables; rules: BallotRules; least: number }>,
  { voters, besides }: Electors,
): readonly PlannedBox[] => {
  const all = rules.electorates ?? [];
  const beside = besides[entry.homeId] ?? [];
  const hasSuperior = beside.length > 0 && beside.length <= HOMES_JOINED_MAX;
  const groupsOf = ({ electorates, widened }: Joining): readonly VotingGroup[] =>
    electorates.map((one) => groupOf(one, entry, rules, widened.includes(one.id) ? beside : null));
  let joined: readonly Joining[] = all.map((one) => ({ electorates: [one], widened: [] }));
  // Everybody has one vote about an entry: in the first group that he is of.
  const countOf = (of: Joining): number =>
    voters.filter(
      (voter) =>
        joined.find((one) => groupsOf(one).some((group) => grantIn(tables, rules, group, voter) !== undefined)) === of,
    ).length;
  const nextOf = (of: Joining): Electorate | undefined =>
    of.electorates.find(({ id, merge }) =>
      merge === 'superior'
        ? hasSuperior && !of.widened.includes(id)
        : merge !== null && !of.electorates.some((one) => one.id === merge),
    );
  for (;;) {
    const small = joined.find((one) => nextOf(one) !== undefined && countOf(one) < least);
    const next = small === undefined ? undefined : nextOf(small);
    if (small === undefined || next === undefined) break;
    const other = joined.find(({ electorates }) => electorates.some(({ id }) => id === next.merge));
    const members = [...small.electorates, ...(other?.electorates ?? [])];
    const whole: Joining = {
      electorates: all.filter((one) => members.includes(one)),
      widened: [...small.widened, ...(other?.widened ?? []), ...(next.merge === 'superior' ? [next.id] : [])],
    };
    joined = joined.flatMap((one) => (one === small ? [whole] : one === other ? [] : [one]));
  }
  return joined.map((one) => ({ entryId: entry.entryId, groups: groupsOf(one) }));
};
