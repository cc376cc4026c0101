import { decisionsIn, isRunning, type PreparedRound, type Round, type RunningRound } from '../round/state.ts';
import { withStageWindow } from '../round/stages.ts';
import type { AppealFact, AppealFiled } from './facts.ts';
import type { Appeal } from './state.ts';

const filed = ({ data }: AppealFiled): Appeal => {
  const { appealId, entryId, matter, sourceId, itemId, evidence, filedBy, filedAt } = data;
  return {
    ...{ appealId, entryId, matter, sourceId, itemId, evidence, filedBy, filedAt },
    ...{ standing: 'open', remedy: null, decidedBy: null, verdicts: 0, over: null },
  };
};

const changed = (round: RunningRound, appealId: string, change: (appeal: Appeal) => Appeal): Round => ({
  ...round,
  appeals: round.appeals.map((appeal) => (appeal.appealId === appealId ? change(appeal) : appeal)),
});

/** Folds what was appealed in a round, and what became of it. */
export const evolveAppeals = (round: PreparedRound, fact: AppealFact): Round => {
  if (fact.type === 'AppealWindowSet.v1') {
    const { roundId: _round, editionId: _edition, ...window } = fact.data;
    return { ...round, appealWindows: withStageWindow(round.appealWindows, window) };
  }
  if (!isRunning(round)) throw new Error(`an appeal follows ${round.kind}`);
  const { appealId } = fact.data;
  switch (fact.type) {
    case 'AppealFiled.v1':
      return { ...round, appeals: [...round.appeals, filed(fact)] };
    case 'AppealWithdrawn.v1':
      return changed(round, appealId, (appeal) => ({ ...appeal, standing: 'withdrawn' }));
    case 'AppealDecided.v1': {
      const { outcome, remedy, decidedBy } = fact.data;
      const over = { results: round.results.length, decisionId: decisionsIn(round)[0]?.decisionId ?? null };
      return changed(round, appealId, (appeal) => ({
        ...appeal,
        ...{ standing: outcome, remedy, decidedBy, verdicts: appeal.verdicts + 1, over },
      }));
    }
    case 'AppealReopened.v1':
      return changed(round, appealId, (appeal) => ({ ...appeal, standing: 'open', remedy: null, over: null }));
  }
};
