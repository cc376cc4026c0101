import { whyNotCounted } from '@jiangong/scoring';
import { isVoid, presentRefusal, timeRefusal } from './decide-counts.ts';
import type { EntryCount, OpenedCount, PaperBoxFact, PaperNotCounted } from './facts.ts';
import type { PaperPoll } from './poll.ts';
import { idsOf, type OpenPaperBox } from './orders.ts';
import type { PaperBoxRefusal } from './refusals.ts';
import { type Count, type PaperBox, standingOf, waitingOf } from './state.ts';

const whyNot = ({ source }: PaperPoll, count: EntryCount, cast: number): PaperNotCounted | null =>
  isVoid(count) ? 'BOX_VOID' : whyNotCounted(source, { issued: count.handedOut, cast });

/** What an entry came to; nobody learns the answers of a group that is too small. */
const openedOf = (poll: PaperPoll, { countId, countedBy, settledBy }: Count, count: EntryCount): OpenedCount => {
  const { entryId, handedOut, found, invalid, marks } = count;
  // A void box holds no valid paper.
  const cast = isVoid(count) ? 0 : found - invalid;
  const why = whyNot(poll, count, cast);
  return {
    ...{ entryId, countId, countedBy: [countedBy, settledBy ?? ''], handedOut, found, invalid, cast },
    ...{ counts: why === null ? marks : null, why },
  };
};

/** Once the vote is over and two persons have counted about every entry, what stands is opened, and stands. */
export const openPaperBox = (box: PaperBox, order: OpenPaperBox): readonly PaperBoxFact[] | PaperBoxRefusal => {
  const { ground, by } = order;
  const late = timeRefusal(box, ground);
  if (late) return late;
  const { poll, entries, isOver } = ground;
  if (poll === null) return { reason: 'NO_PAPER_BOX', field: 'sourceId' };
  if (!isOver) return { reason: 'PAPER_BOX_NOT_CLOSED', field: 'sourceId' };
  const opened = entries.flatMap(({ entryId }) => {
    const count = waitingOf(box, entryId) === undefined ? standingOf(box, entryId) : undefined;
    const found = count?.counted.find((one) => one.entryId === entryId);
    return count === undefined || found === undefined ? [] : [openedOf(poll, count, found)];
  });
  const missing = entries.length - opened.length;
  if (missing > 0) return { reason: 'COUNTS_MISSING', field: 'sourceId', details: { entries: missing } };
  // The record may have been put right since.
  const beyond = opened.flatMap((one) => presentRefusal(ground, one, 'sourceId') ?? []);
  if (beyond[0] !== undefined) return beyond[0];
  const { turnout, least, levels, questions = [] } = poll.source;
  return [
    {
      type: 'PaperBoxOpened.v1',
      data: {
        ...idsOf(order),
        ...{ openedBy: by.personId, role: by.role, turnout, least },
        ...{ levels: levels.map(({ id }) => id), questions, entries: opened },
      },
    },
  ];
};
