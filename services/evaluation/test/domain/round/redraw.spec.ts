import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redrawableItems } from '../../../src/application/redrawable-items.ts';
import { itemsOf, mergedPoints, redrawnSource } from '../../../src/domain/round/redrawn-list.ts';
import { isPrepared, type Round } from '../../../src/domain/round/state.ts';
import { admitBranch, tables } from '../checklist/example-checklist.ts';
import {
  after,
  answer,
  carryOut,
  INSPECTOR,
  LEADER,
  OFFICE,
  open,
  prepare,
  propose,
  secondly,
  setWindow,
} from './example-round.ts';

const TABLES = tables({ redrawn: true });
type Items = readonly Readonly<{ itemId: string; points: number }>[];
const terms = (...items: Items) => ({ act: 'RedrawList' as const, sourceId: 'list', items });
const points = (itemId: string, worth: number) => ({ itemId, points: worth });
const toPlan = terms(points('meetings', 300), points('plan', 200));
const before = after(prepare(TABLES), admitBranch('a'), admitBranch('b'));
const plain = after(prepare(tables()), admitBranch('a'));
const standing = (round: Round): Readonly<Record<string, number>> => {
  const source = isPrepared(round) ? round.tables.sources.find(({ id }) => id === 'list') : undefined;
  if (source?.kind !== 'checklist') throw new Error('no list');
  return Object.fromEntries(itemsOf(source).map(({ item }) => [item.id, item.points]));
};
const AS_DRAWN = { meetings: 400, plan: 100, press: 100, team: 400 };

describe('a list that is redrawn for a round to come', () => {
  it('stands as two persons of two roles have redrawn it: whoever proposed does not carry out', () => {
    const proposed = after(prepare(TABLES), propose(toPlan));
    expect(standing(proposed)).toEqual(AS_DRAWN);
    expect(answer(proposed, carryOut('proposal-1', OFFICE))).toBe('SECOND_PERSON_NEEDED');
    expect(answer(proposed, carryOut('proposal-1', LEADER))).toBe('ListRedrawn');
    expect(answer(proposed, carryOut('proposal-1', INSPECTOR))).toBe('ListRedrawn');
    expect(standing(after(prepare(TABLES), ...secondly(toPlan)))).toEqual({ ...AS_DRAWN, meetings: 300, plan: 200 });
  });

  it('counts under its new points: an item that starts full loses from what it is worth now, and an area is worth its items', () => {
    const round = after(prepare(TABLES), ...secondly(terms(points('plan', 0), points('press', 200))));
    const source = isPrepared(round) ? round.tables.sources[0] : undefined;
    if (source?.kind !== 'checklist') throw new Error('no list');
    expect(source.areas.map(({ id, points: worth }) => `${id} ${worth}`)).toEqual(['life 400', 'work 600']);
    expect(
      source.areas.flatMap(({ lists }) => lists.flatMap(({ items }) => items.map(({ id, cap }) => [id, cap]))),
    ).toEqual([
      ['meetings', 400],
      ['press', 200],
      ['team', 400],
    ]);
  });

  it('is redrawn again where it was redrawn by mistake, until the round opens; an item that was left out comes back', () => {
    const once = after(prepare(TABLES), ...secondly(terms(points('plan', 0), points('press', 200))));
    const back = after(
      ...[prepare(TABLES), ...secondly(terms(points('plan', 0), points('press', 200)))],
      ...secondly(terms(points('plan', 100), points('press', 100)), 'proposal-2'),
    );
    expect(standing(once)).toEqual({ meetings: 400, press: 200, team: 400 });
    expect(standing(back)).toEqual(AS_DRAWN);
    const running = after(prepare(TABLES), admitBranch('a'), admitBranch('b'), setWindow(2), open);
    expect(answer(running, propose(toPlan))).toBe('LIST_IN_USE roundId');
    const late = after(prepare(TABLES), propose(toPlan), admitBranch('a'), admitBranch('b'), setWindow(2), open);
    expect(answer(late, carryOut('proposal-1', LEADER))).toBe('PROPOSAL_LAPSED proposalId');
  });

  it('is frozen with the round as it was redrawn, and stays redrawn where the edition is amended', () => {
    const redrawn = after(prepare(TABLES), ...secondly(toPlan), prepare({ ...TABLES, deciding: 'another' }));
    expect(standing(redrawn)).toEqual({ ...AS_DRAWN, meetings: 300, plan: 200 });
  });

  it.each<[string, Items]>([
    ['ITEM_UNKNOWN terms.items[0].itemId', [points('nothing', 100)]],
    ['ITEM_TWICE terms.items[1].itemId', [points('plan', 100), points('plan', 200)]],
    ['ITEM_POINTS_FIXED terms.items[0].points', [points('team', 300)]],
    ['ITEM_POINTS_INVALID terms.items[0].points', [points('press', 125)]],
    ['AREA_EMPTY terms.items', [points('meetings', 0), points('plan', 0)]],
    ['LIST_MISCOUNTED terms.items', [points('plan', 200)]],
    ['LIST_STANDS terms.items', [points('plan', 100)]],
  ])('is refused otherwise: %s', (reason, items) => expect(answer(before, propose(terms(...items)))).toBe(reason));

  it('is redrawn only where the template says so, and only a check-list is', () => {
    expect(answer(plain, propose(toPlan))).toBe('LIST_NOT_REDRAWN terms.sourceId');
    expect(answer(before, propose({ ...toPlan, sourceId: 'other' }))).toBe('LIST_NOT_REDRAWN terms.sourceId');
  });

  it('is shown to who redraws it with what the template gives, and to nobody once the round is open', () => {
    const shown = (round: Round) => (isPrepared(round) ? redrawableItems(round) : []);
    expect(
      shown(after(prepare(TABLES), ...secondly(terms(points('plan', 0), points('press', 200))))).map(
        ({ itemId, points: now, drawn, fixed }) => `${itemId} ${now} of ${drawn}${fixed ? ' fixed' : ''}`,
      ),
    ).toEqual(['meetings 400 of 400', 'plan 0 of 100', 'press 200 of 100', 'team 400 of 400 fixed']);
    expect(shown(plain)).toEqual([]);
    expect(shown(after(prepare(TABLES), admitBranch('a'), admitBranch('b'), setWindow(2), open))).toEqual([]);
  });

  it('is the same whether it is redrawn at once or word by word, and the template’s own where every item has its own points again', () => {
    const source = TABLES.sources[0];
    if (source?.kind !== 'checklist') throw new Error('no list');
    const ids = Object.keys(AS_DRAWN);
    const word = fc.record({ itemId: fc.constantFrom(...ids), points: fc.nat({ max: 10 }).map((at) => at * 50) });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (first, second) => {
        const own = Object.entries(AS_DRAWN).map(([itemId, worth]) => points(itemId, worth));
        const merged = second.reduce<Items>((all, one) => mergedPoints(all, [one]), mergedPoints([], first.slice(-1)));
        expect(redrawnSource(source, mergedPoints(merged, own))).toEqual(source);
      }),
    );
  });
});
