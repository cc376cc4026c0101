type At = Readonly<{ now: string }>;
/** `isOpen`: whether its round takes ballots; `closesAt`: until when. */
type InTime = At & Readonly<{ isOpen: boolean; closesAt: string }>;

/** `codes`: keyed fingerprints of fresh ones, as many as are printed. */
export type MakeVoteCodes = InTime &
  Readonly<{ type: 'MakeVoteCodes'; batchId: string; entryId: string; codes: readonly string[] }>;

export type ProposeVoidingVoteCodes = InTime &
  Readonly<{ type: 'ProposeVoidingVoteCodes'; batchId: string; by: string; why: string }>;

export type RejectVoidingVoteCodes = InTime &
  Readonly<{ type: 'RejectVoidingVoteCodes'; batchId: string; by: string; why: string }>;

export type VoidVoteCodes = InTime & Readonly<{ type: 'VoidVoteCodes'; batchId: string; by: string }>;

/** `code`: its fingerprint; `asked`: that of `blinded`, which is base64url. */
export type UseVoteCode = InTime & Readonly<{ type: 'UseVoteCode'; code: string; blinded: string; asked: string }>;

export type VoteCodeOrder =
  | MakeVoteCodes
  | ProposeVoidingVoteCodes
  | RejectVoidingVoteCodes
  | VoidVoteCodes
  | UseVoteCode;
