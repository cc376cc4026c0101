import type { StoredEvent } from '@jiangong/event-store';
import { contestSources } from '../domain/contest/contest-of.ts';
import type { OpenedSheet, SealedSheet } from '../domain/round/orders.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { SheetFact } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import type { TurnPlace } from './round-reader.ts';
import { openSubmitted } from './sheet-codec.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** Sheet streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Submitted = Extract<SheetFact, { type: 'SheetSubmitted.v1' }>['data'];

type Ground = Pick<Evaluation, 'ground'>;

/** What was submitted in some sheets, from their own streams: a read model could be behind. */
export const submittedIn = async ({ ground }: Ground, sheetIds: readonly string[]): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for (let at = 0; at < sheetIds.length; at += READS_AT_ONCE_MAX) {
    const streams = sheetIds
      .slice(at, at + READS_AT_ONCE_MAX)
      .map((sheetId) => ground.store.readStream(sheetStream(sheetId)));
    for (const events of await Promise.all(streams))
      found.push(...events.filter(({ type }) => type === 'SheetSubmitted.v1'));
  }
  return found;
};

type Held = Pick<PreparedRound, 'roundId' | 'seats' | 'tables'>;

/** What was handed in within turns that came to their end: what stands behind a turn's end in the log does not count. */
export const turnSubmissions = async (
  evaluation: Ground,
  { roundId, seats, tables }: Held,
  turns: readonly TurnPlace[],
): Promise<readonly StoredEvent[]> => {
  const sources = contestSources({ tables });
  const marking = seats.filter(({ sourceId }) => sources.includes(sourceId));
  const found: StoredEvent[] = [];
  for (const { part, lastIndex } of turns) {
    const events = await submittedIn(
      evaluation,
      marking.map(({ seatId }) => sheetIdOf(roundId, seatId, part)),
    );
    found.push(...events.filter(({ position }) => position < lastIndex));
  }
  return found;
};

/** Every submission of a round that could count. */
export const submissions = async (
  evaluation: Pick<Evaluation, 'ground' | 'readRound'>,
  round: Held,
): Promise<readonly StoredEvent[]> => {
  const { roundId, seats } = round;
  const whole = await submittedIn(
    evaluation,
    seats.map(({ seatId }) => sheetIdOf(roundId, seatId)),
  );
  if (contestSources(round).length === 0) return whole;
  const { turns } = await evaluation.readRound(roundId);
  return [...whole, ...(await turnSubmissions(evaluation, round, turns))];
};

/** What stands in the clear of a submission. */
export const sealedSheetOf = ({ data, position, hash }: StoredEvent): SealedSheet => {
  const { sourceId, seatId, part, personId, homeId, closing, submittedAt } = data as Submitted;
  return { sourceId, seatId, part, personId, homeId, closing, position, submittedAt, hash };
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
