import type { ContestFact } from './facts.ts';
import { type Contest, onStage, type Turn } from './state.ts';

const turned = (contest: Contest, of: Pick<Turn, 'entryId' | 'turn'>, change: Partial<Turn>): Contest => ({
  ...contest,
  turns: contest.turns.map((turn) =>
    turn.entryId === of.entryId && turn.turn === of.turn ? { ...turn, ...change } : turn,
  ),
});

const called = (contest: Contest, of: Pick<Turn, 'entryId' | 'turn' | 'seatIds'>): Contest => ({
  ...contest,
  turns: [...contest.turns, { ...of, standing: 'on-stage', opened: false }],
  putOff: contest.putOff.filter((entryId) => entryId !== of.entryId),
});

const putOff = (contest: Contest, { entryId, turn }: Pick<Turn, 'entryId' | 'turn'>): Contest => ({
  ...turned(contest, { entryId, turn }, { standing: 'put-off' }),
  putOff: [...contest.putOff.filter((one) => one !== entryId), entryId],
});

export const evolveContest = (contest: Contest, fact: ContestFact): Contest => {
  switch (fact.type) {
    case 'OrderCommitted.v1':
      return { ...contest, commitment: fact.data.commitment };
    case 'OrderDrawn.v1': {
      const { commitment, secret, lot, seed, entryIds, reason } = fact.data;
      return { ...contest, order: entryIds, draws: [...contest.draws, { commitment, secret, lot, seed, reason }] };
    }
    case 'EntryCalled.v1':
      return called(contest, { entryId: fact.data.entryId, turn: fact.data.turn, seatIds: null });
    case 'EntryReopened.v1': {
      const { entryId, turn, seatIds } = fact.data;
      return called(contest, { entryId, turn, seatIds });
    }
    case 'EntryPutOff.v1':
      return putOff(contest, fact.data);
    case 'EntryClosed.v1':
      return turned(contest, fact.data, { standing: 'closed' });
    case 'MarksOpened.v1':
      return turned(contest, fact.data, { opened: true });
    case 'ScoreShown.v1': {
      const { entryId, turn, score, decimals, sheets } = fact.data;
      const others = contest.shown.filter((one) => one.entryId !== entryId);
      return { ...contest, shown: [...others, { entryId, turn, score, decimals, sheets }] };
    }
  }
};

/** The round's closing ends the turn under way: what was handed in before it counts. */
export const endTurn = (contest: Contest): Contest => {
  const turn = onStage(contest);
  return turn === undefined ? contest : turned(contest, turn, { standing: 'closed' });
};

/** Whoever is judged no more is on the stage no more. */
export const leaveStage = (contest: Contest, entryId: string): Contest => {
  const turn = onStage(contest);
  return turn?.entryId === entryId ? putOff(contest, turn) : contest;
};
