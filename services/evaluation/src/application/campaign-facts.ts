import type { PublicFact } from '@jiangong/messaging';
import type { EntryAdmitted, RollCount } from '../domain/round/facts.ts';
import type { PuttingBackReason } from '../domain/round/words.ts';
import type { Edition } from './ports.ts';

type OfStage = Readonly<{ editionId: string; stageId: string; phase: string }>;

/** What merit-projects tells that concerns rounds, as it is read here: proto JSON leaves empty fields out. */
export type CampaignFact =
  | Readonly<{ kind: 'edition'; editionId: string; edition: Edition }>
  | Readonly<{ kind: 'abandoned'; editionId: string }>
  | (OfStage & Readonly<{ kind: 'window'; opensAt: string; closesAt: string; revision: number }>)
  | (OfStage & Readonly<{ kind: 'reopened'; closesAt: string; revision: number }>)
  | (OfStage & Readonly<{ kind: 'begun'; entered: number; revision: number }>)
  | (OfStage & Readonly<{ kind: 'over' }>)
  | Readonly<{
      kind: 'appeals';
      editionId: string;
      stageId: string;
      /** Empty: of every phase. */
      phase: string;
      /** Null: as it was. */
      opensAt: string | null;
      closesAt: string;
      revision: number;
    }>
  | Readonly<{ kind: 'counted'; editionId: string; counts: readonly RollCount[] }>
  | Readonly<{ kind: 'entered'; editionId: string; entries: readonly AdmittedEntry[] }>
  | Readonly<{ kind: 'let-in'; editionId: string; nominatorId: string; entries: readonly AdmittedEntry[] }>
  | Readonly<{ kind: 'out'; editionId: string; entryId: string; reason: string }>
  | Readonly<{ kind: 'back'; editionId: string; entryId: string; reason: PuttingBackReason }>
  | Readonly<{
      kind: 'moved';
      editionId: string;
      entryId: string;
      homeId: string;
      answerable: readonly string[];
      effectiveOn: string;
    }>;

export type AdmittedEntry = Omit<EntryAdmitted['data'], 'roundId' | 'editionId'>;

type Text = Readonly<Record<string, string | undefined>>;
type Entered = Readonly<{
  entryId: string;
  subjectKind?: string;
  subjectId?: string;
  homeId?: string;
  track?: string;
  title?: string;
  answerablePersonIds?: readonly string[];
}>;

const text = (data: unknown, field: string): string => (data as Text)[field] ?? '';
const many = (data: unknown, field: string): readonly string[] =>
  (data as Readonly<Record<string, readonly string[] | undefined>>)[field] ?? [];

const admitted = (nominatorId: string, entry: Entered): AdmittedEntry => ({
  entryId: entry.entryId,
  subject: { kind: entry.subjectKind ?? '', id: entry.subjectId ?? '' },
  nominatorId,
  homeId: entry.homeId ?? '',
  track: entry.track ?? '',
  title: entry.title ?? '',
  answerable: entry.answerablePersonIds ?? [],
  fromRound: null,
  rank: null,
});

const editionOf = (data: unknown): Edition => ({
  editionId: text(data, 'editionId'),
  committeeId: text(data, 'committeeId'),
  templateHash: text(data, 'templateHash'),
  parameters: JSON.parse(text(data, 'parametersJson') || '{}') as Edition['parameters'],
  year: (data as { year?: number }).year ?? 0,
});

/** Acts whose stage is a window of the phase that it names: sheets are filled in the first, ballots cast in the last, check-lists filled in all others. */
const WINDOW_ACTS: readonly string[] = ['score', 'check', 'review', 'recheck', 'vote'];

/** Stands for the phase of a stage that decides: its opening lists who may be chosen, where nothing is scored. */
export const OF_THE_BODY = '';

/** When results may be appealed; how far such a stage is, the windows say. */
const appealFact = (type: string, { data, revision }: PublicFact): CampaignFact | undefined => {
  if (text(data, 'act') !== 'appeal') return undefined;
  const [editionId, stageId, phase] = [text(data, 'editionId'), text(data, 'stageId'), text(data, 'phase')];
  const of = { kind: 'appeals', editionId, stageId, phase, revision } as const;
  const closesAt = text(data, 'closesAt');
  if (type === 'StageReopened') return { ...of, opensAt: null, closesAt };
  return type === 'StageScheduled' || type === 'StageRescheduled'
    ? { ...of, opensAt: text(data, 'opensAt'), closesAt }
    : undefined;
};

/** Stages of other acts are other services' matter. */
const stageFact = (type: string, { data, revision }: PublicFact): CampaignFact | undefined => {
  const editionId = text(data, 'editionId');
  const isDeciding = text(data, 'act') === 'decide';
  const phase = isDeciding ? OF_THE_BODY : text(data, 'phase');
  const of = { editionId, stageId: text(data, 'stageId'), phase };
  if (!isDeciding && (!WINDOW_ACTS.includes(text(data, 'act')) || phase === '')) return undefined;
  const [opensAt, closesAt] = [text(data, 'opensAt'), text(data, 'closesAt')];
  switch (type) {
    case 'StageScheduled':
    case 'StageRescheduled':
      return { kind: 'window', ...of, opensAt, closesAt, revision };
    case 'StageReopened':
      return { kind: 'reopened', ...of, closesAt, revision };
    case 'StageOpened':
      return { kind: 'begun', ...of, entered: (data as { entered?: number }).entered ?? 0, revision };
    case 'StageClosed':
      return { kind: 'over', ...of };
    default:
      return undefined;
  }
};

const backFact = (editionId: string, entryId: string, act: string): CampaignFact | undefined => {
  if (act === 'EntryRemoved') return { kind: 'back', editionId, entryId, reason: 'taken-out-in-error' };
  return act === 'EntryWithdrawn' ? { kind: 'back', editionId, entryId, reason: 'withdrawal-undone' } : undefined;
};

const entryFact = (type: string, { data }: PublicFact): CampaignFact | undefined => {
  const editionId = text(data, 'editionId');
  const entryId = text(data, 'entryId');
  switch (type) {
    case 'EntryBlocked':
      return { kind: 'out', editionId, entryId, reason: 'blocked' };
    case 'EntryWithdrawn':
      return { kind: 'out', editionId, entryId, reason: 'withdrawn' };
    case 'EntryRemoved':
      return { kind: 'out', editionId, entryId, reason: 'removed' };
    case 'BlockLifted':
      return { kind: 'back', editionId, entryId, reason: 'block-lifted' };
    case 'ActUndone':
      // Of what can be undone only a removal had taken it out of scoring, and, of a candidate, a withdrawal out of its vote.
      return backFact(editionId, entryId, text(data, 'act'));
    case 'EntryHandedOver': {
      const answerable = many(data, 'answerablePersonIds');
      const homeId = text(data, 'homeId');
      return { kind: 'moved', editionId, entryId, homeId, answerable, effectiveOn: text(data, 'effectiveOn') };
    }
    default:
      return undefined;
  }
};

/** What follows for rounds from a public fact of merit-projects; undefined: nothing. */
export const campaignFactOf = (fact: PublicFact): CampaignFact | undefined => {
  const type = fact.type.replace(/^merit_projects\.(.*)\.v1$/u, '$1');
  const { data } = fact;
  const editionId = text(data, 'editionId');
  switch (type) {
    case 'EditionOpened':
    case 'EditionAmended':
      return { kind: 'edition', editionId, edition: editionOf(data) };
    case 'EditionAbandoned':
      return { kind: 'abandoned', editionId };
    case 'RollCounted': {
      const { counts = [] } = data as Readonly<{ counts?: readonly Readonly<{ track?: string; count?: number }>[] }>;
      return {
        ...{ kind: 'counted', editionId },
        counts: counts.map(({ track, count = 0 }) => ({ track: track ?? null, count })),
      };
    }
    case 'CandidatesEntered':
    case 'IntakeClosed': {
      const { entered = [] } = data as Readonly<{ entered?: readonly Entered[] }>;
      const nominatorId = text(data, 'nominatorId');
      const entries = entered.map((entry) => admitted(nominatorId, entry));
      return type === 'IntakeClosed'
        ? { kind: 'let-in', editionId, nominatorId, entries }
        : { kind: 'entered', editionId, entries };
    }
    default:
      return stageFact(type, fact) ?? appealFact(type, fact) ?? entryFact(type, fact);
  }
};
