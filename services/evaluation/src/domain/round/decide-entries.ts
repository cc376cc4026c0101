import { ENTRIES_PER_ROUND_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import type { AdmitEntry, MoveEntry } from './orders.ts';
import { ALONE, type SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { beforeCircular, isRefused, liveRound } from './standing.ts';
import { type Entry, entryOf, type PreparedRound, type Round } from './state.ts';
import { isPuttingBackReason, isTakingOutReason, type PuttingBackReason, type TakingOutReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

/** Until scoring begins. A subject is judged once: a second entry of it counts as come, and is out from the first. */
export const admitEntry = (round: Round, { entry }: AdmitEntry): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (entryOf(live, entry.entryId) !== undefined) return [];
  if (live.entries.length >= ENTRIES_PER_ROUND_MAX)
    return { reason: 'TOO_MANY_ENTRIES', details: { entriesMax: ENTRIES_PER_ROUND_MAX } };
  if (live.kind !== 'prepared') return { reason: 'ROUND_OPEN_ALREADY', field: 'entryId' };
  const { roundId, editionId } = live;
  const { kind, id } = entry.subject;
  const { entryId } = entry;
  const twice = live.entries.some(({ subject }) => subject.kind === kind && subject.id === id);
  return [
    { type: 'EntryAdmitted.v1', data: { roundId, editionId, ...entry } },
    ...(twice
      ? [
          {
            type: 'EntryTakenOut.v1',
            data: { roundId, editionId, entryId, reason: 'subject-twice', ...ALONE },
          } as const,
        ]
      : []),
  ];
};

type Named = Readonly<{ entryId: string; reason: string }>;

/** A later block takes an entry out of what is judged; its marks stay where they are. A decision over it is then over old knowledge. */
export const takeOutEntry = (round: Round, { entryId, reason }: Named, second: SecondPerson): Decision => {
  const live = beforeCircular(round);
  if (isRefused(live)) return live;
  const entry = entryOf(live, entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!isTakingOutReason(reason) || (second.proposalId !== null && isFollowing(reason)))
    return { reason: 'ENTRY_REASON_UNKNOWN', field: 'reason' };
  if (entry.out !== null) return second.proposalId === null ? [] : { reason: 'ENTRY_OUT_ALREADY', field: 'entryId' };
  const { roundId, editionId } = live;
  return [{ type: 'EntryTakenOut.v1', data: { roundId, editionId, entryId, reason, ...second } }];
};

/** Another entry of the same subject that is judged. */
const twinOf = ({ entries }: PreparedRound, { entryId, subject }: Entry): Entry | undefined =>
  entries.find(
    (other) =>
      other.entryId !== entryId &&
      other.out === null &&
      other.subject.kind === subject.kind &&
      other.subject.id === subject.id,
  );

/** A lifted block puts back what was blocked, an undone removal what was removed, and nothing else. */
const PUT_BACK_BY: Readonly<Record<PuttingBackReason, TakingOutReason>> = {
  'block-lifted': 'blocked',
  'taken-out-in-error': 'removed',
  'admitted-again': 'not-admitted',
  'withdrawal-undone': 'withdrawn',
};

/** What follows from the earlier phase's ranks, or from the intake, alone: no two persons move it. */
const FOLLOWING: readonly string[] = ['not-admitted', 'admitted-again', 'not-declared', 'withdrawal-undone'];

const isFollowing = (reason: string): boolean => FOLLOWING.includes(reason);

/**
 * The block was lifted, or the removal undone: the entry is judged again by the marks that it has, and by those that a reopening brings. Not while
 * another one of its subject is judged: that one has to be taken out first.
 */
export const putBackEntry = (round: Round, { entryId, reason }: Named, second: SecondPerson): Decision => {
  const live = beforeCircular(round);
  if (isRefused(live)) return live;
  const entry = entryOf(live, entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!isPuttingBackReason(reason) || (second.proposalId !== null && isFollowing(reason)))
    return { reason: 'ENTRY_REASON_UNKNOWN', field: 'reason' };
  if (second.proposalId === null && entry.out !== PUT_BACK_BY[reason]) return [];
  if (entry.out === null) return { reason: 'ENTRY_NOT_OUT', field: 'entryId' };
  const twin = twinOf(live, entry);
  if (twin !== undefined)
    return { reason: 'SUBJECT_JUDGED_ALREADY', field: 'entryId', details: { entryId: twin.entryId } };
  const { roundId, editionId } = live;
  return [{ type: 'EntryPutBack.v1', data: { roundId, editionId, entryId, reason, ...second } }];
};

/** Handed over with a merged or moved unit: recusal follows the new home. */
export const moveEntry = (round: Round, { entryId, homeId, answerable, effectiveOn }: MoveEntry): Decision => {
  const live = beforeCircular(round);
  if (isRefused(live)) return live;
  const entry = entryOf(live, entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  const same = entry.homeId === homeId && entry.answerable.join(' ') === answerable.join(' ');
  const { roundId, editionId } = live;
  return same
    ? []
    : [{ type: 'EntryMoved.v1', data: { roundId, editionId, entryId, homeId, answerable, effectiveOn } }];
};
