/** Stages on the way into the Party (domain.md §3). */
export type EntryStage = 'applicant' | 'activist' | 'candidate';

export const EXITS = [
  'probation-cancelled',
  'resigned',
  'persuaded-to-leave',
  'removed',
  'expelled',
  'given-up',
  'deceased',
] as const;
export type Exit = (typeof EXITS)[number];

/** Days are 'YYYY-MM-DD' in Asia/Shanghai. */
export type MembershipStage =
  | Readonly<{ stage: 'none' }>
  | Readonly<{ stage: EntryStage; since: string }>
  /** `since`: the branch meeting that accepted; `endsOn`: the first day on which full membership can be decided. */
  | Readonly<{ stage: 'probationary'; since: string; endsOn: string; extended: boolean }>
  | Readonly<{ stage: 'full'; since: string }>
  | Readonly<{ stage: Exit; since: string }>;

/** Whoever went so takes part in nothing any more: no grants, no seats, no sign-in. */
export const ENDS_ALL: readonly StageName[] = ['deceased', 'expelled'];

export const isExit = (text: string): text is Exit => (EXITS as readonly string[]).includes(text);

export type StageName = MembershipStage['stage'];

/** Stages that a paper record may put a person at when registered. */
export const RECORDED_STAGES = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const;
export type RecordedStage = (typeof RECORDED_STAGES)[number];

export const isRecordedStage = (text: string): text is RecordedStage =>
  (RECORDED_STAGES as readonly string[]).includes(text);

/** From which stages each exit leads. Anybody can die, once; only probation is cancelled; members leave in the other ways. */
export const leads = (kind: Exit, stage: StageName): boolean => {
  if (kind === 'deceased') return stage !== 'deceased';
  if (kind === 'probation-cancelled') return stage === 'probationary';
  return stage === 'probationary' || stage === 'full';
};
