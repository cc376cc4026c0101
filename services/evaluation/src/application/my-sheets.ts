import type { CallContext } from '@jiangong/service-host';
import type { StoredEvent } from '@jiangong/event-store';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import type { SheetCameLate, SheetSubmitted } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** What somebody submitted last in a round: nothing of it is opened. */
export type SubmissionReceipt = Readonly<{
  round: PreparedRound;
  submission: SheetSubmitted['data'];
  event: StoredEvent;
  late: boolean;
}>;

const isOf = (personId: string, { type, data }: StoredEvent): boolean =>
  type === 'SheetSubmitted.v1' && (data as SheetSubmitted['data']).personId === personId;

const cameLate = (events: readonly StoredEvent[], { revision, data }: StoredEvent): boolean =>
  events.some(
    (event) =>
      event.type === 'SheetCameLate.v1' &&
      event.revision > revision &&
      (event.data as SheetCameLate['data']).closing === (data as SheetSubmitted['data']).closing,
  );

/**
 * The receipt of the caller's latest submission in a round, also after he has left his seat. It is read from the log: as long as that
 * stands, it is the same at any time.
 */
export const receiptOfMine =
  ({ ground, readRound }: Evaluation) =>
  async (roundId: string, { caller }: CallContext): Promise<SubmissionReceipt | undefined> => {
    const personId = caller.personId ?? '';
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return undefined;
    // His own id, the seats that he holds or held, and those that another has taken over since.
    const seatIds = new Set([
      personId,
      ...round.seats
        .filter((seat) => seat.personId === personId || seat.authors.includes(personId))
        .map(({ seatId }) => seatId),
    ]);
    const found: SubmissionReceipt[] = [];
    for (const seatId of seatIds) {
      const events = await ground.store.readStream(sheetStream(sheetIdOf(roundId, seatId)));
      const event = events.findLast((one) => isOf(personId, one));
      if (event === undefined) continue;
      const submission = event.data as SheetSubmitted['data'];
      found.push({ round, submission, event, late: cameLate(events, event) });
    }
    return found.toSorted((a, b) => b.event.position - a.event.position)[0];
  };
