import { computeOutcome } from './compute-outcome.ts';
import type { OpenChoice } from './outcome-types.ts';
import type { PhaseResult } from './phase-result.ts';
import type { Admission, Phase } from './phase.ts';

/** Who goes on to the next phase, with the rank that brought him there; and what the body must still choose. */
export type Admitted = Readonly<{
  entries: readonly Readonly<{ entryId: string; rank: number }>[];
  open: readonly OpenChoice[];
}>;

const RULE = 'admitted';

/** Whom a phase admits from the result of an earlier one; `chosen`: the body's choice where the edge left it one. */
export const admittedEntries = (
  admits: Extract<Admission, { kind: 'from' }>,
  earlier: Readonly<{ phase: Phase; result: PhaseResult }>,
  chosen: readonly string[] = [],
): Admitted => {
  const { phase, result } = earlier;
  const classOf = (within: string | null) =>
    within === null ? {} : phase.within === 'category' ? { category: within } : { home: within };
  const { rules } = computeOutcome(
    [
      {
        id: RULE,
        to: 'entry',
        among: [],
        within: phase.within,
        pick: { by: 'first', count: admits.first },
        of: 'ranked',
        order: [],
        edge: admits.edge,
        ...(admits.edgeMax === undefined ? {} : { edgeMax: admits.edgeMax }),
        notAlso: [],
        needs: [],
        never: [],
        giveWay: true,
      },
    ],
    {
      ranking: earlier,
      entries: result.entries.map(({ entryId, within }) => ({ entryId, ...classOf(within) })),
      rolls: [],
      facts: [],
      choices: [],
    },
  );
  const [outcome] = rules;
  const taken = new Set([...(outcome?.given ?? []).map(({ holder }) => holder), ...chosen]);
  return {
    entries: result.entries.filter(({ entryId }) => taken.has(entryId)).map(({ entryId, rank }) => ({ entryId, rank })),
    open: (outcome?.open ?? []).filter(({ subjects }) => !subjects.some((subject) => chosen.includes(subject))),
  };
};
