import type { Award, Choice, Departure } from './award.ts';
import type {
  CircularIssued,
  DecisionTaken,
  Honour,
  ObjectionAnswered,
  ObjectionHeard,
  ProposalPublished,
} from './taken-facts.ts';

export type RunningNotice = Readonly<{ noticeId: string; publishedAt: string; endsAt: string }>;
export type HeardObjection = Readonly<{ objectionId: string; entryId: string; answer: 'open' | 'upheld' | 'rejected' }>;

/** A decision in force, with its notice and what was objected to it. */
export type Decided = Readonly<{
  decisionId: string;
  basis: 'result' | 'list';
  resultHash: string;
  minutesNumber: string;
  meetingOn: string;
  takenAt: string;
  awards: readonly Award[];
  departures: readonly Departure[];
  choices: readonly Choice[];
  exceeding: readonly string[];
  notice: RunningNotice | null;
  objections: readonly HeardObjection[];
}>;

export type Issued = Readonly<{ documentNumber: string; issuedAt: string; honours: readonly Honour[] }>;

/** What a body has decided in a stream: the part of a round's, or a naming's, state that the rule book of decisions reads. */
export type Taken =
  | Readonly<{ kind: 'undecided' }>
  | Readonly<{ kind: 'decided'; decision: Decided }>
  | Readonly<{ kind: 'commended'; decision: Decided; circular: Issued }>;

/** What one unit's committee has decided over its part of a round. */
export type TakenPart = Readonly<{ unitId: string; decision: Decided; circular: Issued | null }>;

export const decidedBy = ({ data }: DecisionTaken): Decided => {
  const { roundId: _round, editionId: _edition, unitId: _unit, before: _before, ...decision } = data;
  return { ...decision, notice: null, objections: [] };
};

export const issuedBy = ({ data: { documentNumber, issuedAt, honours } }: CircularIssued): Issued => ({
  documentNumber,
  issuedAt,
  honours,
});

export const evolveDecided = (
  decision: Decided,
  fact: ProposalPublished | ObjectionHeard | ObjectionAnswered,
): Decided => {
  switch (fact.type) {
    case 'ProposalPublished.v1': {
      const { noticeId, publishedAt, endsAt } = fact.data;
      return { ...decision, notice: { noticeId, publishedAt, endsAt } };
    }
    case 'ObjectionHeard.v1': {
      const { objectionId, entryId } = fact.data;
      // Heard a second time: its answer was taken back.
      const others = decision.objections.filter((one) => one.objectionId !== objectionId);
      return { ...decision, objections: [...others, { objectionId, entryId, answer: 'open' }] };
    }
    case 'ObjectionAnswered.v1': {
      const { objectionId, upheld } = fact.data;
      const answer = upheld ? ('upheld' as const) : ('rejected' as const);
      return {
        ...decision,
        objections: decision.objections.map((one) => (one.objectionId === objectionId ? { ...one, answer } : one)),
      };
    }
  }
};
