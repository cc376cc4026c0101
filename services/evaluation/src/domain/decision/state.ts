import type { DecisionFact, MinutesRecorded } from './facts.ts';

/** What the minutes say, but for the prose: nothing that decides is prose. */
export type Minutes = Omit<MinutesRecorded['data'], 'prose'>;

/** The minutes of one meeting, until they are attested by enough of those who were there, or taken back. */
export type DecisionState =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'recorded'; minutes: Minutes; attestedBy: readonly string[] }>
  | Readonly<{ kind: 'attested'; minutes: Minutes; attestedBy: readonly string[] }>
  | Readonly<{ kind: 'withdrawn'; minutes: Minutes }>;

const recorded = (state: DecisionState): Extract<DecisionState, { minutes: Minutes }> => {
  if (state.kind === 'absent') throw new Error('a fact about minutes that nobody recorded');
  return state;
};

export const evolveDecision = (state: DecisionState, fact: DecisionFact): DecisionState => {
  switch (fact.type) {
    case 'MinutesRecorded.v1': {
      const { prose: _prose, ...minutes } = fact.data;
      return { kind: 'recorded', minutes, attestedBy: [] };
    }
    case 'MinutesAttested.v1': {
      const before = recorded(state);
      const earlier = 'attestedBy' in before ? before.attestedBy : [];
      const { personId, completing } = fact.data;
      // Whoever attests after the decision took effect adds his name to minutes that are in force.
      const kind = completing || before.kind === 'attested' ? 'attested' : 'recorded';
      return { kind, minutes: before.minutes, attestedBy: [...earlier, personId] };
    }
    case 'MinutesWithdrawn.v1':
      return { kind: 'withdrawn', minutes: recorded(state).minutes };
  }
};
