import type { FactQuery } from '@jiangong/scoring';
import type { Award } from '../decision/award.ts';
import type { PreparedRound } from '../round/state.ts';

/** What the decision over the part of the period before gave. */
export type CardsBefore = readonly Pick<Award, 'entryId' | 'code' | 'gives'>[];

/** The phase of the part of the period before this round's; undefined: its phase is held once, or this is the first part. */
export const partBefore = ({
  phase,
  tables: { phases },
}: Readonly<{ phase: string; tables: Pick<PreparedRound['tables'], 'phases'> }>): string | undefined => {
  const at = phases.findIndex(({ id, every }) => id === phase && every !== undefined);
  return at < 1 ? undefined : phases[at - 1]?.id;
};

const ASKED: readonly string[] = ['fact', 'kind', 'over'];

/**
 * How many cards of the kinds asked for an entry got in the part before, which the platform knows from that decision: nobody may say otherwise.
 * undefined: something else is asked, of which a person has to be believed.
 */
export const knownOf = (query: FactQuery, entryId: string, before: CardsBefore | undefined): number | undefined => {
  const { fact, over, kind } = query;
  if (before === undefined || fact !== 'count.cards' || over !== 'previous') return undefined;
  if (Object.keys(query).some((key) => !ASKED.includes(key))) return undefined;
  const kinds: readonly unknown[] = Array.isArray(kind) ? kind : [kind];
  return before.filter((one) => one.entryId === entryId && one.gives === 'card' && kinds.includes(one.code)).length;
};
