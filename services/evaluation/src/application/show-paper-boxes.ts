import type { CallContext } from '@jiangong/service-host';
import type { OpenedCount, PaperBoxFact } from '../domain/paper-box/facts.ts';
import { paperBoxGroundOf } from '../domain/paper-box/ground.ts';
import type { Count } from '../domain/paper-box/state.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { openProse } from './prose-codec.ts';
import { type PaperBoxRead, readPaperBoxes } from './read-paper-box.ts';

export const ENTRY_STANDINGS = ['uncounted', 'waiting', 'confirmed'] as const;

export type ShownCount = Count & Readonly<{ at: string; why: string; contradiction: string }>;

export type ShownPaperBox = Readonly<{
  read: PaperBoxRead;
  /** Why nobody counts now; empty: somebody may. */
  hindrance: string;
  isOver: boolean;
  isTeller: boolean;
  entries: readonly Readonly<{
    entryId: string;
    title: string;
    own: boolean;
    /** The first name of the paper that it stands on with others; empty where each entry is given a level. */
    paper: string;
    standing: (typeof ENTRY_STANDINGS)[number];
    opened: OpenedCount | undefined;
  }>[];
  counts: readonly ShownCount[];
}>;

/** When each count was made, and what was written to it. */
const written = async ({ ground }: Evaluation, { read }: PaperBoxRead, count: Count): Promise<ShownCount> => {
  const of = (type: PaperBoxFact['type']) =>
    read.find(({ fact }) => fact.type === type && 'countId' in fact.data && fact.data.countId === count.countId)?.event;
  const [counted, contradicted] = [of('PaperCounted.v1'), of('PaperCountContradicted.v1')];
  const whyOf = async (event: typeof counted): Promise<string> =>
    event === undefined ? '' : ((await openProse<{ why: string }>(ground.privacy, event))?.why ?? '');
  return {
    ...count,
    at: counted?.entry.occurredAt ?? '',
    why: await whyOf(counted),
    contradiction: await whyOf(contradicted),
  };
};

const shown = async (
  evaluation: Evaluation,
  round: PreparedRound,
  read: PaperBoxRead,
  call: CallContext,
): Promise<ShownPaperBox> => {
  const person = await callerIn(evaluation, round, call);
  const { poll, box } = read;
  const { hindrance, isOver, isTeller, papers, entries } = paperBoxGroundOf(round, poll.source.id, person, call.now);
  const own = new Set(entries.filter((one) => one.own).map(({ entryId }) => entryId));
  const isTold = ({ entryIds }: Count): boolean => isTeller && !entryIds.some((entryId) => own.has(entryId));
  const last = (entryId: string) =>
    box.counts.findLast((one) => one.entryIds.includes(entryId) && one.standing !== 'contradicted')?.standing;
  return {
    ...{ read, hindrance: hindrance ?? (box.opened === null ? '' : 'PAPER_BOX_OPENED'), isOver, isTeller },
    entries: entriesIn(round).map(({ entryId, title }) => ({
      ...{ entryId, title, own: own.has(entryId) },
      paper: papers.find((paper) => paper.includes(entryId))?.[0] ?? '',
      standing: (last(entryId) ?? 'uncounted') as (typeof ENTRY_STANDINGS)[number],
      opened: box.opened?.find((one) => one.entryId === entryId),
    })),
    // Before and after the opening it is the tellers' alone, but for what is said of themselves: groups that are too small stand in it.
    counts: await Promise.all(box.counts.filter(isTold).map((one) => written(evaluation, read, one))),
  };
};

/** The paper boxes of a round as the caller may see them. */
export const showPaperBoxes =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly ShownPaperBox[]> =>
    Promise.all((await readPaperBoxes(evaluation, round)).map((read) => shown(evaluation, round, read, call)));

/** Who named a tally sheet of a count that the caller is shown. */
export const tallySheetNamers =
  (evaluation: Evaluation) =>
  async (
    round: PreparedRound,
    { sourceId, countId, sha256 }: Readonly<{ sourceId: string; countId: string; sha256: string }>,
    call: CallContext,
  ): Promise<readonly string[]> =>
    (await showPaperBoxes(evaluation)(round, call))
      .filter(({ read }) => read.poll.source.id === sourceId)
      .flatMap(({ counts }) => counts)
      .filter((one) => one.countId === countId && one.evidence.includes(sha256))
      .map(({ countedBy }) => countedBy);
