import { createHash } from 'node:crypto';
import type { Actor } from '@jiangong/event-store';
import { EXPERTS, UNITS } from '../platform/campaign.ts';
import { committee, type Entry, experts, inspector, officerOf, type Stage, untilRound } from './cast.ts';
import { madeBy } from './client.ts';

/** In hundredths of a point. */
type Marks = Readonly<Record<string, number>>;

/** Each sheet is written twice, as people do who think again, and handed in. */
const judge = async (
  { clients, evaluation }: Stage,
  roundId: string,
  { actor, name, marks }: Readonly<{ actor: Actor; name: string; marks: Marks }>,
): Promise<void> => {
  const what = (done: string) => ({ what: `${done} ${name}`, name: `${done} ${name}`, actor });
  const entryIds = await clients.ask(evaluation, what('look at sheet'), (serving, call) =>
    serving.ownEntries(roundId, call),
  );
  for (const time of ['first', 'second']) {
    const scores = (entryIds ?? []).map((entryId) => ({
      entryId,
      marks: Object.entries(marks).map(([criterionId, mark]) => ({ criterionId, mark })),
    }));
    const order = { ...what('save sheet'), name: `save ${time} sheet ${name}` };
    await clients.send(evaluation, order, (serving, call) => serving.saveSheet({ roundId, scores }, call));
  }
  await clients.send(evaluation, what('submit sheet'), (serving, call) => serving.submitSheet(roundId, call));
};

const SEATS = [
  ...UNITS.map(({ officerId }) => ({ personId: officerId, sourceId: 'units' })),
  ...EXPERTS.map((personId) => ({ personId, sourceId: 'experts' })),
];

/** Every unit's officer gets the unit's seat, and each expert one. The round follows from the edition, and is waited for. */
export const assignSeats = async (stage: Stage, roundId: string): Promise<void> => {
  const { clients, evaluation } = stage;
  await untilRound(stage, roundId, ['prepared']);
  await clients.send(
    evaluation,
    { what: 'assign seats of-the-round', name: 'assign seats', actor: committee, persistent: true },
    (serving, call) => serving.assignSeats({ roundId, seats: SEATS }, call),
  );
};

/** Entries are dealt out among the experts, once they have entered. */
const deal = async ({ clients, evaluation }: Stage, roundId: string): Promise<void> => {
  await clients.send(
    evaluation,
    { what: 'deal entries to-experts', name: 'deal', actor: committee, persistent: true },
    (serving, call) => serving.deal({ roundId, lot: '20211201', loads: [] }, call),
  );
};

/** The papers of each entry are counted by one teller and found the same by another; all counts stand in one stream. */
const countPapers = async (
  { clients, evaluation }: Stage,
  roundId: string,
  { name, entryId }: Entry,
): Promise<void> => {
  const order = (what: string, actor: Actor) => ({
    what: `${what} ${name}`,
    name: `${what} ${name}`,
    actor,
    persistent: true,
  });
  const of = { roundId, sourceId: 'poll' };
  const evidence = [createHash('sha256').update(`tally of ${name}`).digest('hex')];
  const counted = { entryId, handedOut: 12, found: 11, invalid: 1, marks: [7, 3] };
  await clients.send(evaluation, order('count papers', committee), (serving, call) =>
    serving.countPapers({ ...of, entries: [counted], evidence, why: '' }, call),
  );
  const countId = madeBy(`count papers ${name}`, 'paper count');
  await clients.send(evaluation, order('confirm papers', inspector), (serving, call) =>
    serving.confirmPapers({ ...of, countId }, call),
  );
};

/** The box of papers: everybody's at once, as after a meeting. */
export const countAll = async (stage: Stage, roundId: string, entries: readonly Entry[]): Promise<void> => {
  await untilRound(stage, roundId, ['open']);
  await Promise.all(entries.map(async (entry) => countPapers(stage, roundId, entry)));
};

/** Panels, dealt and not: everybody at once, as on the last day of scoring. */
export const judgeEntries = async (stage: Stage, roundId: string): Promise<void> => {
  await untilRound(stage, roundId, ['open']);
  await deal(stage, roundId);
  const marks = { guidance: 3_650, effect: 5_100 };
  await Promise.all([
    ...UNITS.map(async (unit, index) =>
      judge(stage, roundId, { actor: officerOf(unit), name: `unit-${index + 1}`, marks }),
    ),
    ...experts.map(async (actor, index) =>
      judge(stage, roundId, { actor, name: `expert-${index + 1}`, marks: { craft: 8_000 + 100 * index } }),
    ),
  ]);
};
