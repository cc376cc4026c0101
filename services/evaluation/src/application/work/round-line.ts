import type { Grant } from '@jiangong/access';

/** Everything that can wait for somebody here. The words are stable: the console's addresses follow from them. */
export const WORK_KINDS = [
  'check-recusals',
  'fill-sheet',
  'convene-round',
  'deal-entries',
  'collect-sheets',
  'tally-round',
  'choose-going-on',
  'record-minutes',
  'attest-minutes',
  'publish-proposed',
  'issue-circular',
  'answer-reopening-requests',
  'carry-out-round-proposal',
  'fill-checklists',
  'mark-oneself',
  'carry-out-checklist-proposal',
  'decide-appeals',
  'follow-upheld-appeals',
  'look-up-facts',
  'record-meeting',
  'attest-meeting',
  'hold-talks',
  'confirm-talks',
  'count-papers',
  'open-paper-box',
  'make-vote-codes',
  'collect-voting-token',
  'cast-vote',
  'decide-bonus-claims',
  'carry-out-bonus-proposal',
  'record-measures',
  'carry-out-measure-proposal',
  'put-forward',
  'record-outside-decision',
  'carry-out-recommendation-proposal',
  'compute-naming',
  'recheck-honour',
  'carry-out-honour-proposal',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A round, or a naming over a series, as far as it waits for somebody, with the caller's own part in it. */
export type RoundLine = Readonly<{
  roundId: string;
  /** Empty for a naming. */
  editionId: string;
  /** Empty for a round. */
  seriesId: string;
  titleZh: string;
  titleEn: string;
  organizationPath: string;
  /** The caller answers for one of its entries. */
  concerned: boolean;
  secondNotice: boolean;
  state: string;
  opensAt: string;
  closesAt: string;
  noticeUntil: string;
  /** What a naming rests on has moved since it was computed. */
  outdated: boolean;
  /** Its ranks lead to a later phase: nothing is decided over it. */
  goesOn: boolean;
  /** Equal ones stand across the edge of the later phase, and the body has not chosen among them. */
  edgeOpen: boolean;
  /** Of the part of a round that a unit's committee decides over: the round; empty for a round. */
  partOf: string;
  /** What units make known themselves of what they decided: by `notice`, by `commend`; empty: nothing. */
  makers: readonly string[];
  /** The office that begins the notice where it is not the committee's own; empty: that one does. */
  publisher: string;
  /** The kind of the organization whose body decides. */
  committeeKind: string;
  /** What its body decides is honoured here; false: it only recommends. */
  commends: boolean;
  /** When by the edition's calendar it is to be decided, shown and made known; empty: its calendar does not say. */
  decideBy: string;
  publishBy: string;
  commendBy: string;
  /** Its entries are to be dealt out, and were not yet. */
  dealWaits: boolean;
  seats: number;
  submitted: number;
  /** Evaluators who asked for their sheets to be opened again, and whom nobody has answered or proposed anything for. */
  reopeningRequests: number;
  /** How the caller's own seat stands; empty: none. */
  ownSeat: string;
}>;

/** What was proposed about entries of a round by people of one role, as far as the caller is none of them and not judged by it. */
export type OpenEntryProposals = Readonly<{ roundId: string; role: string; proposals: number }>;

export type WorkAsker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

type Line = Pick<RoundLine, 'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn'>;

/** A naming is found by its series, which has one at a time. */
export const about = ({ roundId, editionId, seriesId, titleZh, titleEn }: Line) => ({
  ...(seriesId === '' ? { subjectKind: 'round', subjectId: roundId } : { subjectKind: 'series', subjectId: seriesId }),
  ...{ editionId, titleZh, titleEn },
});
