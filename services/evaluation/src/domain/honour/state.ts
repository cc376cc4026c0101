import type { Proposal } from '@jiangong/event-store';
import type { Honour } from '../decision/taken-facts.ts';
import type { HonourFact, HonourGranted, HonourPlace, HonourTerms } from './facts.ts';

export type HonourProposal = Proposal & Readonly<{ terms: HonourTerms }>;

type Held = Readonly<{
  honour: Honour;
  place: HonourPlace;
  grantedAt: string;
  /** Until when what a recheck found has to be put right; null: nothing. */
  rectifyBy: string | null;
  proposals: readonly HonourProposal[];
}>;

/** `plaque`: with its holder, asked back, or back. */
export type HonourState =
  | Readonly<{ kind: 'absent' }>
  | (Held & Readonly<{ kind: 'granted' }>)
  | (Held &
      Readonly<{
        kind: 'withdrawn';
        effectiveOn: string;
        /** Null where it was withdrawn by itself; else the annulled decision. */
        decisionId: string | null;
        plaque: 'out' | 'recalled' | 'returned';
      }>);

export type HeldHonour = Exclude<HonourState, { kind: 'absent' }>;

const placeOf = ({
  roundId,
  editionId,
  code,
  seriesId,
  holder,
  entryId,
  homeId,
}: HonourGranted['data']): HonourPlace => ({
  roundId,
  editionId,
  code,
  seriesId,
  holder: { kind: holder.kind, id: holder.id },
  entryId,
  homeId,
});

const held = (state: HonourState): HeldHonour => {
  if (state.kind === 'absent') throw new Error('a fact about an honour that was not granted');
  return state;
};

const without = (proposals: readonly HonourProposal[], proposalId: string): readonly HonourProposal[] =>
  proposals.filter((proposal) => proposal.proposalId !== proposalId);

const plaque = (state: HonourState, where: 'recalled' | 'returned'): HonourState => {
  const before = held(state);
  if (before.kind !== 'withdrawn') throw new Error(`a plaque is ${where} of an honour that stands`);
  return { ...before, plaque: where };
};

/** Folds one fact into the honour. Throws on a history that no decider could have made. */
export const evolveHonour = (state: HonourState, fact: HonourFact): HonourState => {
  switch (fact.type) {
    case 'HonourGranted.v1': {
      const { roundId: _round, editionId: _edition, documentNumber: _number, grantedAt, ...honour } = fact.data;
      return { kind: 'granted', honour, place: placeOf(fact.data), grantedAt, rectifyBy: null, proposals: [] };
    }
    case 'HonourRechecked.v1':
      return { ...held(state), rectifyBy: fact.data.rectifyBy };
    case 'ActProposed.v1': {
      const { honourId: _honour, prose: _prose, ...proposal } = fact.data;
      const before = held(state);
      return { ...before, proposals: [...before.proposals, proposal] };
    }
    case 'ProposalRejected.v1': {
      const before = held(state);
      return { ...before, proposals: without(before.proposals, fact.data.proposalId) };
    }
    case 'HonourWithdrawn.v1': {
      const before = held(state);
      const { honour, place, grantedAt, rectifyBy } = before;
      const { effectiveOn, decisionId, proposalId } = fact.data;
      const rest = { honour, place, grantedAt, rectifyBy, proposals: without(before.proposals, proposalId) };
      const plaqueIs = before.kind === 'withdrawn' ? before.plaque : 'out';
      return { ...rest, kind: 'withdrawn', effectiveOn, decisionId, plaque: plaqueIs };
    }
    case 'HonourRestored.v1': {
      const { honour, place, grantedAt, rectifyBy, proposals } = held(state);
      const left = without(proposals, fact.data.proposalId);
      return { kind: 'granted', honour, place, grantedAt, rectifyBy, proposals: left };
    }
    case 'PlaqueRecalled.v1':
      return plaque(state, 'recalled');
    case 'PlaqueReturned.v1':
      return plaque(state, 'returned');
  }
};
