import { describe, expect, it } from '@jest/globals';
import { BLANK } from '../../../src/domain/measure/state.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  after,
  answerOf,
  by,
  carryOut,
  closed,
  OFFICER,
  open,
  propose,
  record,
  reject,
  standing,
  unsealed,
} from './example-measure.ts';

const late = { round: closed() };
const first = by('organizer', record({}));
const recorded = after(first);
const proposed = after(first, by('organizer', propose(), late));

describe('two persons settle a value once the round is closed', () => {
  it('one proposes, another of another role carries out', () => {
    const settled = after(first, by('organizer', propose(), late), by('inspector', carryOut(), late));
    expect(standing(settled)).toEqual(['entry-a/1 785 2021-06-01']);
    expect(settled.proposals).toEqual([]);
  });

  it('that came late: no silence lasts for ever', () => {
    const asked = propose({ entryId: 'entry-b', because: 'came-late' });
    const settled = after(first, by('organizer', asked, late), by('inspector', carryOut(), { round: unsealed }));
    expect(standing(settled)).toEqual(['entry-a/1 875 2021-06-01', 'entry-b/1 785 2021-06-01']);
  });

  it('that is taken back', () => {
    const none = propose({ asked: 'none', value: '', dayOf: '', because: 'attempt-void' });
    const settled = after(first, by('organizer', none, late), by('inspector', carryOut({ origin: '' }), late));
    expect(standing(settled)).toEqual([]);
  });

  it('not while one person may still do it alone', () =>
    expect(answerOf(recorded, by('organizer', propose()))).toBe('PROPOSAL_NOT_NEEDED sourceId'));

  it('not once it is decided', () => {
    const decided = { ...closed(), kind: 'decided' } as Round;
    expect(answerOf(recorded, by('organizer', propose(), { round: decided }))).toBe('DECISION_TAKEN_ALREADY sourceId');
    expect(answerOf(proposed, by('inspector', carryOut(), { round: decided }))).toBe('DECISION_TAKEN_ALREADY sourceId');
  });

  it('of whom none is concerned, and both are two', () => {
    expect(answerOf(recorded, by('secretary', propose(), late))).toBe('MEASURE_NOT_YOURS sourceId');
    expect(answerOf(proposed, by('organizer', carryOut({ by: OFFICER }), late))).toMatch(
      /^SECOND_PERSON|^SAME_PERSON/u,
    );
    const order = by('inspector', carryOut(), late);
    const entry = { ...order.ground.entries['entry-a']!, answerable: [order.ground.personId] };
    const own = { ...order, ground: { ...order.ground, entries: { 'entry-a': entry } } };
    expect(answerOf(proposed, own)).toBe('OWN_ENTRY entryId');
  });

  it('once at a time, and no more than so many', () => {
    const again = propose({ proposalId: 'p2', value: '60' });
    expect(answerOf(proposed, by('organizer', again, late))).toBe('PROPOSED_ALREADY entryId');
    const [one] = proposed.proposals;
    const many = {
      ...recorded,
      proposals: Array.from({ length: 50 }, (_, at) => ({
        ...one!,
        proposalId: `q${at}`,
        terms: { ...one!.terms, attempt: 9 },
      })),
    };
    expect(answerOf(many, by('organizer', propose(), late))).toBe('TOO_MANY_PROPOSALS');
  });

  it.each<[string, object, string]>([
    ['to what it is', { value: '87.5' }, 'VALUE_STANDS value'],
    ['without a word for it', { because: 'so' }, 'CHANGING_REASON_UNKNOWN because'],
    ['without an account', { why: ' ' }, 'TEXT_EMPTY why'],
    ['of an entry that is not judged', { entryId: 'entry-z' }, 'ENTRY_NOT_IN_ROUND entryId'],
  ])('not %s', (_, over, reason) => expect(answerOf(recorded, by('organizer', propose(over), late))).toBe(reason));

  it('not what moved since: the round was opened again, and the same recorded', () => {
    const moved = {
      ...proposed,
      values: new Map([
        ['entry-a/1', { entryId: 'entry-a', attempt: 1, given: proposed.proposals[0]!.given, changes: 1 }],
      ]),
    };
    expect(answerOf(moved, by('inspector', carryOut(), late))).toBe('PROPOSAL_LAPSED proposalId');
  });

  it('and a proposal is turned down by the second, or taken back by the first, at any time', () => {
    expect(answerOf(proposed, by('inspector', reject(), late))).toBe('ProposalRejected');
    expect(answerOf(proposed, by('organizer', reject({ by: OFFICER }), { round: open() }))).toBe('ProposalRejected');
    expect(answerOf(BLANK, by('inspector', reject(), late))).toBe('PROPOSAL_NOT_FOUND proposalId');
    expect(answerOf(proposed, by('inspector', reject({ why: '' }), late))).toBe('TEXT_EMPTY why');
  });
});
