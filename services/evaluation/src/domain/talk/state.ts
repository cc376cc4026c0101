import type { TalkFact, TalkKind } from './facts.ts';

/** A talk as it stands on record. */
export type TalkRecord = Readonly<{
  recordId: string;
  kind: TalkKind;
  heldOn: string;
  late: boolean;
  heldBy: string;
  confirmedBy: string | null;
}>;

/** One talk that a decision asks for. `records`: how often it was written down. */
export type Talk = Readonly<{ stands: TalkRecord | null; records: number }>;

export const unheld: Talk = { stands: null, records: 0 };

/** Folds one fact into the talk. Throws on a history that no decider could have made. */
export const evolveTalk = (talk: Talk, fact: TalkFact): Talk => {
  switch (fact.type) {
    case 'TalkRecorded.v1': {
      const { recordId, kind, heldOn, late, heldBy } = fact.data;
      return { stands: { recordId, kind, heldOn, late, heldBy, confirmedBy: null }, records: talk.records + 1 };
    }
    case 'TalkConfirmed.v1':
      if (talk.stands === null) throw new Error('a talk is confirmed that is not on record');
      return { ...talk, stands: { ...talk.stands, confirmedBy: fact.data.confirmedBy } };
    case 'TalkRefuted.v1':
    case 'TalkWithdrawn.v1':
      return { ...talk, stands: null };
  }
};
