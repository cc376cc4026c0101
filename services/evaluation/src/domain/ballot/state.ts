import type { BallotFact, BallotSet, CountedBox } from './facts.ts';
import { evolveCodes, NO_CODES, usedFor, type VoteCodes } from './vote-codes.ts';

type Setup = Omit<BallotSet['data'], 'privateKeys'>;

/** What somebody was given: for which boxes, and the fingerprint of what he asked with. */
export type Issued = Readonly<{ boxIds: readonly string[]; asked: string }>;

export type SetupBallot = Setup & Readonly<{ issued: Readonly<Record<string, Issued>>; codes: VoteCodes }>;

/** A secret ballot about the entries of a round. No state ever holds a choice with its token, but for what is counted. */
export type Ballot =
  | Readonly<{ kind: 'absent' }>
  | (SetupBallot & Readonly<{ kind: 'issuing' }>)
  | (SetupBallot & Readonly<{ kind: 'voting'; openBoxes: readonly string[] }>)
  | (SetupBallot & Readonly<{ kind: 'closed'; counted: readonly CountedBox[] }>)
  | (SetupBallot & Readonly<{ kind: 'annulled' }>);

export type LiveBallot = Exclude<Ballot, Readonly<{ kind: 'absent' }>>;

export const isSet = (ballot: Ballot): ballot is LiveBallot => ballot.kind !== 'absent';

/** Tokens issued for a box: to people, or by codes. */
export const issuedFor = ({ issued, codes }: SetupBallot, boxId: string): number =>
  Object.values(issued).filter(({ boxIds }) => boxIds.includes(boxId)).length + usedFor(codes, boxId);

export const evolveBallot = (ballot: Ballot, fact: BallotFact): Ballot => {
  if (fact.type === 'BallotSet.v1') {
    const { privateKeys: _sealed, ...setup } = fact.data;
    return { ...setup, issued: {}, codes: NO_CODES, kind: 'issuing' };
  }
  if (!isSet(ballot)) return ballot;
  switch (fact.type) {
    case 'TokensIssued.v1': {
      const { personId, boxIds, asked } = fact.data;
      return { ...ballot, issued: { ...ballot.issued, [personId]: { boxIds, asked } } };
    }
    case 'BoxesOpened.v1': {
      const openBoxes = fact.data.boxes.filter(({ open }) => open).map(({ boxId }) => boxId);
      return { ...ballot, kind: 'voting', openBoxes };
    }
    case 'BallotsOpened.v1':
    case 'PapersOpened.v1':
      return ballot;
    case 'BallotClosed.v1':
      return { ...ballot, kind: 'closed', counted: fact.data.boxes };
    case 'BallotAnnulled.v1':
      return { ...ballot, kind: 'annulled' };
    case 'VoteCodesMade.v1':
    case 'VoteCodesVoidingProposed.v1':
    case 'VoteCodesVoidingRejected.v1':
    case 'VoteCodesVoided.v1':
    case 'VoteCodeUsed.v1':
      return { ...ballot, codes: evolveCodes(ballot.codes, fact) };
  }
};
