import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import type { BonusFact } from '../../../src/domain/bonus/facts.ts';
import { BLANK } from '../../../src/domain/bonus/state.ts';
import {
  after,
  answerOf,
  by,
  claim,
  claimBrand,
  closed,
  decide,
  decline,
  HASH,
  ids,
  open,
  tables,
  type Who,
  withdraw,
} from './example-bonus.ts';
import { prepare, after as roundAfter } from '../round/example-round.ts';

const { given } = deciderSpec(bonusDecider);
const claimed: BonusFact = {
  type: 'BonusClaimed.v1',
  data: {
    ...ids,
    ...{ claimId: 'c1', sourceId: 'bonus', itemId: 'commended', levelId: 'province', points: 200 },
    ...{ honour: '全省先进党支部', honourId: 'c1', achievedOn: '2021-07-01', evidence: [HASH] },
    ...{ claimedBy: 'secretary-a', prose: { account: '表彰决定附后。' } },
  },
};
const refused = (who: Who, over: object = {}, at: Parameters<typeof by>[2] = {}) =>
  answerOf(BLANK, by(who, claim(over), at));

describe('a claim', () => {
  it('is worth what its level says, and says who claims', () => given().when(by('secretary', claim())).then(claimed));

  it('is made once, however often it is sent', () => given(claimed).when(by('secretary', claim())).then());

  it.each([
    ['organizer', 'who decides'],
    ['neighbour', 'another entry’s people'],
    ['nobody', 'who has no role'],
  ] as const)('is not made by %s: %s', (...[who]) => expect(refused(who)).toBe('NOT_THE_SUBJECT entryId'));

  it('is made by the party that the template names, where it names one', () => {
    const named = open({ claim: 'organizers' });
    expect(refused('secretary', {}, { round: named })).toBe('NOT_THE_SUBJECT entryId');
  });

  it.each<[string, object, string]>([
    ['an item that there is not', { itemId: 'colour' }, 'BONUS_UNKNOWN itemId'],
    ['another source', { sourceId: 'list' }, 'BONUS_UNKNOWN itemId'],
    ['a level that there is not', { levelId: 'world' }, 'LEVEL_UNKNOWN levelId'],
    ['no level where there are levels', { levelId: '' }, 'LEVEL_UNKNOWN levelId'],
    ['no honour', { honour: '' }, 'TEXT_EMPTY honour'],
    ['an honour in two lines', { honour: '一\n二' }, 'TEXT_MALFORMED honour'],
    ['a long honour', { honour: '长'.repeat(101) }, 'TEXT_TOO_LONG honour'],
    ['a long account', { account: '长'.repeat(2_001) }, 'TEXT_TOO_LONG account'],
    ['a day to come', { achievedOn: '2021-12-06' }, 'EFFECTIVE_ON_INVALID achievedOn'],
    ['no day', { achievedOn: 'yesterday' }, 'EFFECTIVE_ON_INVALID achievedOn'],
    ['a day of another year', { achievedOn: '2020-12-31' }, 'OUTSIDE_JUDGED_TIME achievedOn'],
    ['no document', { evidence: [] }, 'CLAIM_NEEDS_DOCUMENT evidence'],
    ['a document twice', { evidence: [HASH, HASH] }, 'EVIDENCE_INVALID evidence[1]'],
    ['no hash', { evidence: ['file.pdf'] }, 'EVIDENCE_INVALID evidence[0]'],
    [
      '21 documents',
      { evidence: Array.from({ length: 21 }, (_, at) => String(at).padStart(64, '0')) },
      'EVIDENCE_INVALID evidence',
    ],
    ['the same as nothing', { sameAs: 'c9' }, 'CLAIM_UNKNOWN sameAs'],
    ['points beyond the item', { itemId: 'brand', levelId: '', points: 151 }, 'POINTS_INVALID points'],
    ['no points', { itemId: 'brand', levelId: '', points: 0 }, 'POINTS_INVALID points'],
    ['a level where there are none', { itemId: 'brand', levelId: 'city', points: 100 }, 'LEVEL_UNKNOWN levelId'],
  ])('with %s is refused', (_, over, reason) => expect(refused('secretary', over)).toBe(reason));

  it('needs no document and no account where none are asked for', () => {
    const welcome = open({ document: 'welcome' });
    expect(answerOf(BLANK, by('secretary', claim({ evidence: [], account: '' }), { round: welcome }))).toBe(
      'BonusClaimed',
    );
  });

  it('comes within the round’s window', () => {
    const prepared = roundAfter(prepare(tables()));
    expect(refused('secretary', {}, { round: prepared })).toBe('ENTRY_NOT_IN_ROUND entryId');
    expect(refused('secretary', {}, { round: { kind: 'absent' } })).toBe('ROUND_NOT_FOUND entryId');
    expect(refused('secretary', {}, { round: closed() })).toBe('ROUND_CLOSED entryId');
    expect(refused('secretary', {}, { now: '2022-12-31T00:00:00.000Z' })).toBe('ROUND_CLOSED entryId');
  });

  it('comes a bounded number of times', () => {
    const many = {
      ...BLANK,
      claims: Array.from({ length: 200 }, (_, at) => ({
        ...after(by('secretary', claim())).claims[0]!,
        claimId: `x${at}`,
        withdrawn: true,
      })),
    };
    expect(answerOf(many, by('secretary', claim()))).toBe('TOO_MANY_CLAIMS');
  });
});

describe('one honour', () => {
  const first = after(by('secretary', claim({ levelId: 'city', honour: '青年文明号' })));
  const again = (over: object) =>
    answerOf(first, by('secretary', claim({ claimId: 'c3', honour: ' 青年 文明号', ...over })));

  it('claimed at another level is the same honour, whatever the spaces in its name', () => {
    expect(again({})).toBe('BonusClaimed');
    const both = after(
      by('secretary', claim({ honour: '青年文明号' })),
      by('secretary', claim({ claimId: 'c3', levelId: 'city', honour: ' 青年 文明号' })),
    );
    expect(both.claims.map(({ honourId }) => honourId)).toEqual(['c1', 'c1']);
  });

  it('under another name is the same where the claim says so', () => {
    const both = after(
      by('secretary', claim()),
      by('secretary', claim({ claimId: 'c3', levelId: 'nation', honour: '全国先进', sameAs: 'c1' })),
    );
    expect(both.claims[1]?.honourId).toBe('c1');
  });

  it('is not claimed twice at one level', () => {
    expect(again({ levelId: 'city' })).toBe('HONOUR_CLAIMED_ALREADY honour');
    expect(again({ levelId: 'city', honour: '别的', sameAs: 'c1' })).toBe('HONOUR_CLAIMED_ALREADY honour');
  });

  it('may be claimed again where the source counts it as often as it comes', () => {
    const round = open({}, { once: false });
    const twice = after(by('secretary', claim(), { round }));
    expect(answerOf(twice, by('secretary', claim({ claimId: 'c3' }), { round }))).toBe('BonusClaimed');
  });

  it('is not claimed for two items', () => {
    const brand = { itemId: 'brand', levelId: '', points: 100 };
    expect(again(brand)).toBe('HONOUR_ELSEWHERE honour');
    expect(again({ ...brand, honour: '别的', sameAs: 'c1' })).toBe('HONOUR_ELSEWHERE sameAs');
  });

  it('is free again once its claim was withdrawn or declined', () => {
    const withdrawn = after(by('secretary', claim()), by('secretary', withdraw()));
    expect(answerOf(withdrawn, by('secretary', claim({ claimId: 'c3' })))).toBe('BonusClaimed');
    const declined = after(by('secretary', claim()), by('organizer', decline()));
    expect(answerOf(declined, by('secretary', claim({ claimId: 'c3' })))).toBe('BonusClaimed');
  });
});

describe('a claim is withdrawn', () => {
  const waiting = after(by('secretary', claim()), by('secretary', claimBrand()));

  it('by those who claimed, while it waits: also by another of them, for whoever claimed may have left', () => {
    expect(answerOf(waiting, by('secretary', withdraw()))).toBe('ClaimWithdrawn');
    expect(answerOf(waiting, by('deputy', withdraw()))).toBe('ClaimWithdrawn');
    expect(answerOf(waiting, by('secretary', withdraw(), { round: closed() }))).toBe('ClaimWithdrawn');
  });

  it('by nobody else, not without a reason, once', () => {
    expect(answerOf(waiting, by('organizer', withdraw()))).toBe('NOT_THE_SUBJECT entryId');
    expect(answerOf(waiting, by('secretary', withdraw({ why: '' })))).toBe('TEXT_EMPTY why');
    expect(answerOf(waiting, by('secretary', withdraw({ claimId: 'c9' })))).toBe('CLAIM_UNKNOWN claimId');
    const gone = after(by('secretary', claim()), by('secretary', withdraw()));
    expect(answerOf(gone, by('secretary', withdraw()))).toBe('');
    expect(answerOf(gone, by('organizer', decide()))).toBe('CLAIM_WITHDRAWN claimId');
  });

  it('not once it was decided', () => {
    const decided = after(by('secretary', claim()), by('organizer', decide()));
    expect(answerOf(decided, by('secretary', withdraw()))).toBe('CLAIM_DECIDED claimId');
  });
});
