import type { StoredEvent } from '@jiangong/event-store';
import type { OpenedSheet, SealedSheet } from '../domain/round/orders.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { SheetFact } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { openSubmitted } from './sheet-codec.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** Sheet streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Submitted = Extract<SheetFact, { type: 'SheetSubmitted.v1' }>['data'];

/** Every submission of a round, from the sheets' own streams: a read model could be behind. */
export const submissions = async (
  { ground }: Pick<Evaluation, 'ground'>,
  { roundId, seats }: Pick<PreparedRound, 'roundId' | 'seats'>,
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for (let at = 0; at < seats.length; at += READS_AT_ONCE_MAX) {
    const streams = seats
      .slice(at, at + READS_AT_ONCE_MAX)
      .map(({ seatId }) => ground.store.readStream(sheetStream(sheetIdOf(roundId, seatId))));
    for (const events of await Promise.all(streams))
      found.push(...events.filter(({ type }) => type === 'SheetSubmitted.v1'));
  }
  return found;
};

/** What stands in the clear of a submission. */
export const sealedSheetOf = ({ data, position, hash }: StoredEvent): SealedSheet => {
  const { sourceId, seatId, personId, homeId, closing, submittedAt } = data as Submitted;
  return { sourceId, seatId, personId, homeId, closing, position, submittedAt, hash };
};

/** Opens submitted sheets. The caller sees to it that the opening stands in the log first. */
export const openedSheets = async (
  { ground }: Pick<Evaluation, 'ground'>,
  events: readonly StoredEvent[],
): Promise<readonly OpenedSheet[]> => {
  const scores = await openSubmitted(ground.privacy, events);
  return events.map((event, at) => ({
    ...sealedSheetOf(event),
    items: (event.data as Submitted).items,
    scores: scores[at] ?? [],
  }));
};
