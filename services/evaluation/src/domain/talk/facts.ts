import type { Fact } from '@jiangong/event-store';
import type { RoundIds, Why } from '../decision/taken-facts.ts';

/** Whose talk it is: told with each fact, so that whoever hears one needs no other. */
export type TalkPlace = RoundIds &
  Readonly<{
    talkId: string;
    decisionId: string;
    entryId: string;
    homeId: string;
    /** The outcome rule's id, and its lasting code. */
    rule: string;
    code: string;
  }>;

type OfRecord = TalkPlace & Readonly<{ recordId: string }>;

/** `held`: nothing stood before; `correction`: what stands was written down wrongly. */
export type TalkKind = 'held' | 'correction';

/** Whoever held the talk wrote down when. `late`: after the last day that the template gives it; `prose` says why it is corrected. */
export type TalkRecorded = Fact<
  'TalkRecorded.v1',
  OfRecord &
    Readonly<{ kind: TalkKind; heldOn: string; late: boolean; heldBy: string; role: string; prose: Why | null }>
>;

/** Whoever was talked with, or the secretary of his branch, says that it was so. */
export type TalkConfirmed = Fact<'TalkConfirmed.v1', OfRecord & Readonly<{ confirmedBy: string }>>;

/** Whoever is said to have been talked with says that it was not so: nothing stands. */
export type TalkRefuted = Fact<'TalkRefuted.v1', OfRecord & Readonly<{ refutedBy: string; prose: Why }>>;

/** The office takes its record back, confirmed or not: there was no such talk. */
export type TalkWithdrawn = Fact<'TalkWithdrawn.v1', OfRecord & Readonly<{ withdrawnBy: string; prose: Why }>>;

export type TalkFact = TalkRecorded | TalkConfirmed | TalkRefuted | TalkWithdrawn;
