import { type Fact, isRefusal } from '@jiangong/event-store';
import { paperBoxDecider } from '../../../src/domain/paper-box/decider.ts';
import type { EntryCount, PaperBoxFact } from '../../../src/domain/paper-box/facts.ts';
import { paperBoxGroundOf } from '../../../src/domain/paper-box/ground.ts';
import type { PaperBoxOrder } from '../../../src/domain/paper-box/orders.ts';
import { type PaperBox, UNCOUNTED } from '../../../src/domain/paper-box/state.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { people as bonusPeople } from '../bonus/example-bonus.ts';
import { closedRound, NOW, openRound, tables as listTables } from '../checklist/example-checklist.ts';
import { EDITION, ROUND } from '../round/example-round.ts';

export const HASH = 'c'.repeat(64);

/** A meeting votes on paper about two branches: two questions, three levels. */
export const tables = (): RoundTables => {
  const { checklists: _lists, ...made } = listTables();
  return {
    ...made,
    sources: [
      {
        ...{ id: 'poll', kind: 'ballot', questions: ['work', 'style'], turnout: 8_000, least: 5 },
        levels: [
          { id: 'good', points: 10_000 },
          { id: 'fair', points: 6_000 },
          { id: 'poor', points: 0 },
        ],
      },
    ],
    phases: made.phases.map((phase) => ({
      ...phase,
      rows: [{ id: 'total', absent: 'unranked', op: 'take-ballot', source: 'poll', questions: ['work', 'style'] }],
    })),
    ballots: [{ sourceId: 'poll', who: 'members', scope: 'round', tokens: 5_000, names: {}, box: true }],
  };
};
export const open = (): Round => openRound(tables());
export const closed = (): Round => closedRound(tables());

const officer = (personId: string): Candidate => ({ ...bonusPeople.colleague, personId });
export const people = { ...bonusPeople, third: officer('third'), fourth: officer('fourth') };
export type Who = keyof typeof people;

const ids = { paperBoxId: 'paper-box-a', roundId: ROUND, editionId: EDITION, sourceId: 'poll' };
type Bare<O> = O extends PaperBoxOrder ? Omit<O, keyof typeof ids | 'ground' | 'by' | 'now'> : never;

/** An order of somebody while the round is open, unless said otherwise. */
export const by = (
  who: Who,
  order: Bare<PaperBoxOrder>,
  { round = open(), sourceId = 'poll' }: Readonly<{ round?: Round; sourceId?: string }> = {},
): PaperBoxOrder => {
  const { personId, grants } = people[who];
  const ground = paperBoxGroundOf(round, sourceId, people[who], NOW);
  return { ...ids, sourceId, ground, by: { personId, role: grants[0]?.role ?? '' }, now: NOW, ...order };
};

export const entry = (over: Partial<EntryCount> = {}): EntryCount => ({
  ...{ entryId: 'entry-a', handedOut: 10, found: 9, invalid: 1, marks: [5, 2, 1, 4, 4, 0] },
  ...over,
});
const both = [entry(), entry({ entryId: 'entry-b', marks: [8, 0, 0, 0, 0, 8] })];

export const count = (
  countId: string,
  counted: readonly EntryCount[] = both,
  over: Readonly<{ why?: string; evidence?: readonly string[] }> = {},
): Bare<PaperBoxOrder> => ({ type: 'CountPapers', countId, counted, evidence: [HASH], why: '', ...over });
export const confirm = (countId: string): Bare<PaperBoxOrder> => ({ type: 'ConfirmPaperCount', countId });
export const contradict = (countId: string, why = '一张选票漏计。'): Bare<PaperBoxOrder> => ({
  ...{ type: 'ContradictPaperCount', countId, why },
});
export const opening: Bare<PaperBoxOrder> = { type: 'OpenPaperBox' };

export const factsOf = (box: PaperBox, order: PaperBoxOrder): readonly PaperBoxFact[] => {
  const made = paperBoxDecider.decide(box, order);
  if (isRefusal(made)) throw new Error(`${made.reason} ${made.field ?? ''}`);
  return made;
};
export const after = (...orders: readonly PaperBoxOrder[]): PaperBox =>
  orders.reduce((box, order) => factsOf(box, order).reduce(paperBoxDecider.evolve, box), UNCOUNTED);

/** The reason of a refusal, or the facts' names. */
export const answer = (box: PaperBox, order: PaperBoxOrder): string => {
  const made = paperBoxDecider.decide(box, order);
  return isRefusal(made) ? made.reason : made.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};

/** A box that two persons counted. */
export const counted = (): PaperBox => after(by('organizer', count('c1')), by('inspector', confirm('c1')));

/** A meeting picks one of the two on one paper. */
export const pickTables = (): RoundTables => {
  const made = tables();
  const levels = [
    { id: 'picked', points: 10_000 },
    { id: 'passed', points: 0 },
  ];
  return {
    ...made,
    sources: [{ id: 'poll', kind: 'ballot', turnout: 8_000, least: 5, levels }],
    ballots: (made.ballots ?? []).map((ballot) => ({ ...ballot, pickAtMost: 1 })),
  };
};
