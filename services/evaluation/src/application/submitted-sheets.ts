import type { StoredEvent } from '@jiangong/event-store';
import type { OpenedSheet } from '../domain/round/orders.ts';
import type { ClosedRound } from '../domain/round/state.ts';
import type { SheetFact } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { openSubmitted } from './sheet-codec.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** Sheet streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Submitted = Extract<SheetFact, { type: 'SheetSubmitted.v1' }>['data'];

/** The submissions of a round, from the sheets' own streams: a read model could be behind. */
const submissions = async (
  { ground }: Evaluation,
  { roundId, evaluators, removed }: ClosedRound,
): Promise<readonly StoredEvent[]> => {
  const people = [...evaluators.map(({ personId }) => personId), ...removed];
  const found: StoredEvent[] = [];
  for (let at = 0; at < people.length; at += READS_AT_ONCE_MAX) {
    const streams = people
      .slice(at, at + READS_AT_ONCE_MAX)
      .map((personId) => ground.store.readStream(sheetStream(sheetIdOf(roundId, personId))));
    for (const events of await Promise.all(streams))
      found.push(...events.filter(({ type }) => type === 'SheetSubmitted.v1'));
  }
  return found;
};

/** Opens the submitted sheets of a closed round. The caller sees to it that the opening stands in the log first. */
export const openedSheets = async (evaluation: Evaluation, round: ClosedRound): Promise<readonly OpenedSheet[]> => {
  const events = await submissions(evaluation, round);
  const scores = await openSubmitted(evaluation.ground.privacy, events);
  return events.map((event, at) => ({
    personId: (event.data as Submitted).personId,
    position: event.position,
    scores: scores[at] ?? [],
  }));
};
