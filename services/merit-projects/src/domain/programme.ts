import type { LocalDate } from '@jiangong/calendar';

/** What the engine can do in a stage. A template names its stages as it likes; each is one of these acts. */
export const ACTS = [
  'plan',
  'propose',
  'deliver',
  'declare',
  'meet',
  'review',
  'clear',
  'notice',
  'score',
  'check',
  'vote',
  'decide',
  'commend',
  'appeal',
  'recheck',
  'put-forward',
  'talk',
] as const;
export type Act = (typeof ACTS)[number];

export const isAct = (text: string): text is Act => (ACTS as readonly string[]).includes(text);

/** Acts in which points are given. */
const SCORING_ACTS: readonly Act[] = ['score', 'check', 'vote'];

/** Acts in which check-lists are reviewed where their stage has a phase: else a review looks at what was put forward. */
const REVIEWING_ACTS: readonly Act[] = ['review', 'recheck'];

export const reviewsLists = ({ act, phase }: Pick<StageRule, 'act' | 'phase'>): boolean =>
  REVIEWING_ACTS.includes(act) && phase !== null;

/** Whether points are given in a stage: entries enter before the first of these opens. */
export const isScored = (stage: Pick<StageRule, 'act' | 'phase'>): boolean =>
  SCORING_ACTS.includes(stage.act) || reviewsLists(stage);

/** Acts in which a nominator does something itself: only these know late entry. */
export const INTAKE_ACTS: readonly Act[] = ['plan', 'propose', 'deliver', 'declare'];

export const SUBJECT_KINDS = [
  'project',
  'organization',
  'person',
  'line',
  'work',
  'office-holder',
  'collective',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const isSubjectKind = (text: string): text is SubjectKind => (SUBJECT_KINDS as readonly string[]).includes(text);

/** A track (category): one kind of what may be put forward. */
export type Track = Readonly<{
  trackId: string;
  nameZh: string;
  nameEn: string;
  kind: SubjectKind;
  /** Kinds of organization that may be put forward, or whose people and works may; empty: any. */
  of: readonly string[];
  /** Entries of this track that one nominator may declare; null: the edition's own quota holds. */
  quota: number | null;
}>;

/** Who may do something: a role of the platform, and where. */
export type Party = Readonly<{ partyId: string; role: string; scope: string }>;

export type StageRule = Readonly<{
  stageId: string;
  act: Act;
  /** The parties that act in it; empty: whoever has the permission. */
  by: readonly string[];
  /** The phase of the result that it scores or decides. */
  phase: string | null;
  /** It may run beside the stage before it. */
  beside: boolean;
  /** Working days that lie at least between its first day and the next stage's. */
  gapWorkingDays: number;
  /** Years after the edition's own that the template lets its first and last day lie in. */
  yearsAfter: Readonly<{ opens: number; closes: number }>;
}>;

export type NoticeRule = Readonly<{
  noticeId: string;
  /** What stands in it: what a nominator means to declare, the entries before they are scored, or those proposed for an honour. */
  about: 'own' | 'entries' | 'proposed';
  /** Counted from the day after it begins. */
  days: number;
  clock: 'working' | 'calendar';
  /** Working days within which an objection is answered. */
  answerWorkingDays: number;
  /** Whether anybody may see it, or only those signed in. */
  audience: 'public' | 'internal';
}>;

/** How entries come to be. */
export const INTAKES = [
  'plan-then-declare',
  'nominate',
  'whole-roll',
  'register',
  'computed-list',
  'holders',
  'put-forward',
] as const;
export type Intake = (typeof INTAKES)[number];

/**
 * What of a compiled template decides in this service, with the edition's parameters put in. It stands in `EditionOpened`, so that a
 * rule is decided from the log alone and no compiler is needed to audit it.
 */
export type EditionTables = Readonly<{
  intake: Intake;
  /** The party that confirms and declares. */
  nominator: string | null;
  /** Entries that one nominator may declare; null: no number. */
  quota: number | null;
  tracks: readonly Track[];
  parties: readonly Party[];
  /** In the template's order, which is their order in time. */
  stages: readonly StageRule[];
  notices: readonly NoticeRule[];
}>;

/**
 * Organizations that are counted as of a day, by kind: of a track, or (null) the homes that entries can have. Of a list of people the kind is
 * `person`. Without kinds: those of a track that stand in no tree, whom the office counts.
 */
export type RollWhole = Readonly<{ trackId: string | null; kinds: readonly string[] }>;

/** The roll that a template asks for: of which day, what is counted, and whether whoever stands on it enters. */
export type AskedRoll = Readonly<{ asOf: LocalDate; enters: boolean; wholes: readonly RollWhole[] }>;

/** As a template asks for it: `ahead`, made before its day, when the first stage begins that needs to know who stands on it. */
export type TemplateRoll = AskedRoll & Readonly<{ ahead: boolean }>;

/** What has to be attached when an entry of the track is declared, by the template's ids. A track that asks for nothing is not named. */
export type AskedDocuments = Readonly<{ trackId: string; documents: readonly string[] }>;

export const documentsOf = (asked: readonly AskedDocuments[], trackId: string): readonly string[] =>
  asked.find((track) => track.trackId === trackId)?.documents ?? [];

export const trackOf = (tables: EditionTables, trackId: string): Track | undefined =>
  tables.tracks.find((track) => track.trackId === trackId);

/** Whether the edition's people are on a list that is computed: nobody puts them forward, and two persons take one off. */
export const listsPeople = ({ intake }: Pick<EditionTables, 'intake'>): boolean => intake === 'computed-list';

/** Whether branches propose candidates, upon whom each of them votes before the unit declares any. */
export const standsForVote = ({ intake }: Pick<EditionTables, 'intake'>): boolean => intake === 'put-forward';

/** Whether the edition looks again at whoever holds an award: nobody puts them forward, and they stand on its roll. */
export const listsHolders = ({ intake }: Pick<EditionTables, 'intake'>): boolean => intake === 'holders';

/** Whether every member of its categories stands on its roll and enters by that, as membership tells of him. */
export const enrolsPeople = ({ intake, tracks }: Pick<EditionTables, 'intake' | 'tracks'>): boolean =>
  intake === 'whole-roll' && tracks.every(({ kind }) => kind === 'person');

/** Whether members stand on its whole roll, alone or beside organizations: each is found, and put right, by the rule of its kind. */
export const enrolsMembers = ({ intake, tracks }: Pick<EditionTables, 'intake' | 'tracks'>): boolean =>
  intake === 'whole-roll' && tracks.some(({ kind }) => kind === 'person');

/** Whether whoever holds an office of its categories stands on its roll and enters by that, as organizations tell of him. */
export const enrolsOfficeHolders = ({ intake, tracks }: Pick<EditionTables, 'intake' | 'tracks'>): boolean =>
  intake === 'whole-roll' && tracks.every(({ kind }) => kind === 'office-holder');

/** Whether those who are listed are people, on a list or on a roll. */
export const isOfPeople = (tables: Pick<EditionTables, 'intake' | 'tracks'>): boolean =>
  listsPeople(tables) || enrolsPeople(tables) || enrolsOfficeHolders(tables);

export type ListedKind = 'organization' | 'person' | 'office-holder';

/** What those who are listed in a category are, as their entries say it; null: the units that entries can belong to. */
export const listedKind = (tables: EditionTables, trackId: string | null): ListedKind => {
  const kind = trackOf(tables, trackId ?? '')?.kind;
  return kind === 'office-holder' || kind === 'person' ? kind : 'organization';
};

/** The act in which whoever stands on a roll brings something of its own: words and files, or what it means to do; undefined: nothing is asked. */
export const bringingAct = (tables: EditionTables): 'declare' | 'plan' | undefined =>
  enrols(tables) ? (['declare', 'plan'] as const).find((act) => hasAct(tables, act)) : undefined;

/** Whether whoever stands on its roll enters by that. */
export const enrols = ({ intake }: Pick<EditionTables, 'intake'>): boolean =>
  intake === 'whole-roll' || listsHolders({ intake });

/** Whether something is done to entries: a review of check-lists is none of them. */
export const hasAct = (tables: EditionTables, act: Act): boolean =>
  tables.stages.some((stage) => stage.act === act && !reviewsLists(stage));

export const noticeAbout = (tables: EditionTables, about: NoticeRule['about']): NoticeRule | undefined =>
  tables.notices.find((notice) => notice.about === about);

/** The stage in which a nominator makes known what it means to declare, and how long that stands; undefined: the template has none. */
export const ownNoticeOf = (tables: EditionTables): Readonly<{ rule: NoticeRule; stage: StageRule }> | undefined => {
  const rule = noticeAbout(tables, 'own');
  const stage = tables.stages.find(
    ({ act, by }) => act === 'notice' && by.every((partyId) => partyId === tables.nominator),
  );
  return rule && stage ? { rule, stage } : undefined;
};

/** Whether entries go through a public notice of their own before they are scored or decided upon. */
export const hasEntriesNotice = (tables: EditionTables): boolean =>
  noticeAbout(tables, 'entries') !== undefined && hasAct(tables, 'notice');
