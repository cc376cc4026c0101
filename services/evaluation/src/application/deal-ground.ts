import type { DealGround } from '../domain/deal/orders.ts';
import { isRunning, type PreparedRound, type Seat } from '../domain/round/state.ts';
import type { SheetFact } from '../domain/sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

/** Sheet streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Outside = Readonly<{ seatId: string; begun: boolean; handedIn: boolean; everHandedIn: boolean }>;

/** A sheet from its outside: whether anything was written and handed in. No mark is opened. */
const outsideOf = async ({ ground }: Evaluation, round: PreparedRound, seat: Seat): Promise<Outside> => {
  const { seatId, authors } = seat;
  const events = await ground.store.readStream(sheetStream(sheetIdOf(round.roundId, seatId)));
  const facts = events.map(({ type, data }) => ({ type, data }) as SheetFact);
  const late = new Set(facts.flatMap(({ type, data }) => (type === 'SheetCameLate.v1' ? [data.closing] : [])));
  const closings = facts.flatMap((fact) =>
    fact.type === 'SheetSubmitted.v1' && authors.includes(fact.data.personId) && !late.has(fact.data.closing)
      ? [fact.data.closing]
      : [],
  );
  return {
    seatId,
    begun: facts.length > 0,
    handedIn: isRunning(round) && closings.includes(round.closing),
    everHandedIn: closings.length > 0,
  };
};

/** What of the seats is known outside of the round, when something is about who judges what. */
export const dealGroundOf = async (evaluation: Evaluation, round: PreparedRound, now: string): Promise<DealGround> => {
  const { knowledge } = evaluation;
  const { committeeId, seats } = round;
  const personIds = seats.map(({ personId }) => personId);
  const people = await knowledge.people(personIds, { committeeId, now, wait: false });
  const former = await knowledge.formerHomes(personIds);
  const outsides: Outside[] = [];
  for (let at = 0; at < seats.length; at += READS_AT_ONCE_MAX)
    outsides.push(
      ...(await Promise.all(seats.slice(at, at + READS_AT_ONCE_MAX).map((seat) => outsideOf(evaluation, round, seat)))),
    );
  const which = (holds: (outside: Outside) => boolean): readonly string[] =>
    outsides.filter(holds).map(({ seatId }) => seatId);
  return {
    people: [...people.values()].map((person) => ({ ...person, former: former.get(person.personId) ?? [] })),
    begun: which(({ begun }) => begun),
    handedIn: which(({ handedIn }) => handedIn),
    everHandedIn: which(({ everHandedIn }) => everHandedIn),
  };
};
