import type { ProjectedEvent } from '@jiangong/read-models';

/** What is put right by hand. */
export const REPAIR_KINDS = [
  'parked-retried',
  'parked-skipped',
  'result-recomputed',
  'holidays-corrected',
  'block-lifted',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** What an operator does himself. Results, holidays and what discipline inspection says are none of his. */
const OF_OPERATORS: readonly RepairKind[] = ['parked-retried', 'parked-skipped'];

/** Which kinds somebody may see who holds these roles over what he asks about. */
export const kindsShownTo = (roles: readonly string[]): readonly RepairKind[] =>
  roles.includes('auditor') ? REPAIR_KINDS : roles.includes('operator') ? OF_OPERATORS : [];

/** `not-told`: the process ended before it could say. `in-force`: what was corrected or lifted stands. */
export const REPAIR_OUTCOMES = [
  ...['went-through', 'still-parked', 'given-up', 'not-told'],
  ...['result-changed', 'result-unchanged', 'in-force'],
] as const;
export type RepairOutcome = (typeof REPAIR_OUTCOMES)[number];

/** How a kind is found, beside its word. */
export const REPAIR_TITLES: Readonly<Record<RepairKind, Readonly<{ zh: string; en: string }>>> = {
  'parked-retried': { zh: '重试搁置的事件', en: 'Parked events tried again' },
  'parked-skipped': { zh: '放弃搁置的事件', en: 'A parked event given up' },
  'result-recomputed': { zh: '重新计算评分结果', en: 'A result computed anew' },
  'holidays-corrected': { zh: '更正节假日安排', en: 'Holidays corrected' },
  'block-lifted': { zh: '解除否决', en: 'A block lifted' },
};

/** What is kept of a repair beside who did it and when; null where it has none. */
export type Told = Readonly<{
  kind: RepairKind;
  outcome: RepairOutcome;
  proposedBy: string | null;
  reason: string | null;
  because: readonly string[];
  documentNumber: string | null;
  service: string | null;
  reader: string | null;
  parkedStream: string | null;
  parkedPosition: number | null;
  roundId: string | null;
  entryId: string | null;
  standing: string | null;
  year: number | null;
}>;

const NOTHING: Omit<Told, 'kind' | 'outcome'> = {
  ...{ proposedBy: null, reason: null, because: [], documentNumber: null, service: null, reader: null },
  ...{ parkedStream: null, parkedPosition: null, roundId: null, entryId: null, standing: null, year: null },
};

export const REPAIRS_PREFIX = 'operations.repairs-';
/** Where facts that tell of repairs may stand. */
export const REPAIR_STREAMS = [
  REPAIRS_PREFIX,
  'evaluation.round-',
  'merit-projects.holidays-',
  'merit-projects.entries-',
] as const;

type Parked = Readonly<{ reader: string; stream: string; position: number; reason: string }>;
type Recomputed = Readonly<{
  roundId: string;
  resultHash: string;
  predecessor: string | null;
  because: readonly Readonly<{ change: string }>[];
}>;
type Corrected = Readonly<{ year: number; noticeNumber: string; proposedBy: string | null }>;
type Lifted = Readonly<{ entryId: string; standing: string; opinionNumber: string; proposedBy: string | null }>;

const parked = (kind: RepairKind, stream: string, data: Parked): Told => ({
  ...NOTHING,
  ...{ kind, outcome: kind === 'parked-skipped' ? 'given-up' : 'not-told', reason: data.reason },
  ...{ service: stream.slice(REPAIRS_PREFIX.length), reader: data.reader },
  ...{ parkedStream: data.stream, parkedPosition: data.position },
});

/** The first result of a round puts nothing right. */
const recomputed = ({ roundId, resultHash, predecessor, because }: Recomputed): Told | null =>
  predecessor === null
    ? null
    : {
        ...{ ...NOTHING, kind: 'result-recomputed', roundId, because: because.map(({ change }) => change) },
        outcome: predecessor === resultHash ? 'result-unchanged' : 'result-changed',
      };

/** What an event tells of a repair; null: nothing. */
export const repairIn = ({ stream, type, data }: Pick<ProjectedEvent, 'stream' | 'type' | 'data'>): Told | null => {
  switch (type) {
    case 'ParkedEventRetried.v1':
      return parked('parked-retried', stream, data as Parked);
    case 'ParkedEventSkipped.v1':
      return parked('parked-skipped', stream, data as Parked);
    case 'ResultComputed.v1':
      return recomputed(data as Recomputed);
    case 'HolidaysCorrected.v1': {
      const { year, noticeNumber: documentNumber, proposedBy } = data as Corrected;
      return { ...NOTHING, kind: 'holidays-corrected', outcome: 'in-force', year, documentNumber, proposedBy };
    }
    case 'BlockLifted.v1': {
      const { entryId, standing, opinionNumber: documentNumber, proposedBy } = data as Lifted;
      return { ...NOTHING, kind: 'block-lifted', outcome: 'in-force', entryId, standing, documentNumber, proposedBy };
    }
    default:
      return null;
  }
};

export type Ended = Readonly<{ reader: string; stream: string; position: number; done: number; left: number }>;

/** What came of a retry, as the service told afterwards. What was given up stays given up. */
export const outcomeOf = ({ left }: Ended): RepairOutcome => (left === 0 ? 'went-through' : 'still-parked');
