import { describe, expect, it } from '@jest/globals';
import type { Award } from '../../../src/domain/decision/award.ts';
import { shippedHolidays } from '@jiangong/calendar';
import { publishProposal } from '../../../src/domain/decision/decide-notice.ts';
import { secondNotice } from '../../../src/domain/round/decide-decision.ts';
import { issueCircular as decideCircular } from '../../../src/domain/decision/decide-circular.ts';
import type { AwardRule, Recheck } from '../../../src/domain/decision/outcome-table.ts';
import { findingsOf, rectifyByOf } from '../../../src/domain/honour/findings.ts';
import { decidable, issueCircular, NOW, rule } from '../decision/example-decidable.ts';
import { decided } from '../recommendation/example-recommendation.ts';

const CODE = 'demonstration.point';
const of = (id: string, gives: string, finding: Recheck['finding'], withinDays: number | null = null): AwardRule =>
  rule({
    ...{ id, gives, zh: `${id}中`, en: id, pick: { by: 'each' } },
    recheck: { code: CODE, finding, withinDays },
  });
const KEEP = of('keep', 'level', 'kept');
const MEND = of('mend', 'card', 'to-rectify', 30);
const LOSE = of('lose', 'withdrawal', 'withdrawn');
const UPWARD = rule({ id: 'upward', gives: 'recommendation', pick: { by: 'each' } });
const outcome = [KEEP, MEND, LOSE, UPWARD];

const award = (by: AwardRule, name: string): Award => ({
  ...{ rule: by.id, code: by.code, gives: by.gives, holder: { kind: 'organization', id: `branch-${name}` } },
  ...{ entryId: `entry-${name}`, rank: 1, shared: false, departed: false },
});

describe('what a decision says of awards that were looked at again', () => {
  it('is one finding an entry, the gravest, in the words of its rule', () => {
    const found = findingsOf(outcome, [
      ...[award(KEEP, 'a'), award(UPWARD, 'a'), award(MEND, 'b'), award(KEEP, 'c'), award(LOSE, 'c')],
    ]);
    expect(found.map(({ holderId, recheck: { finding }, zh }) => `${holderId} ${finding} ${zh}`)).toEqual([
      ...['branch-a kept keep中', 'branch-b to-rectify mend中', 'branch-c withdrawn lose中'],
    ]);
  });

  it('is nothing where nothing is looked at again', () =>
    expect(findingsOf([UPWARD], [award(UPWARD, 'a')])).toEqual([]));

  it('gives so many days from the circular on, or none', () => {
    expect(rectifyByOf({ code: CODE, finding: 'to-rectify', withinDays: 30 }, '2021-02-10')).toBe('2021-03-12');
    expect(rectifyByOf({ code: CODE, finding: 'kept', withinDays: null }, '2021-02-10')).toBe('');
  });
});

describe('the circular of a recheck', () => {
  const issued = (awards: readonly Award[]) => {
    const standing = decidable({ outcome, taken: { kind: 'decided', decision: decided({ awards }) } });
    const honours = awards.filter(({ gives }) => gives === 'level').length;
    const answer = decideCircular(standing, issueCircular(honours));
    if ('reason' in answer) return answer;
    const [fact] = answer;
    if (fact?.type !== 'CircularIssued.v1') throw new Error('no circular was issued');
    return fact.data;
  };

  it('tells who keeps and who loses, gives nobody an honour for losing one, and says of whoever is to mend it nothing', () => {
    const data = issued([award(KEEP, 'a'), award(MEND, 'b'), award(LOSE, 'c')]);
    if ('reason' in data) throw new Error(data.reason);
    expect(data.honours.map(({ code }) => code)).toEqual([KEEP.code]);
    const { titleZh, bodyZh, bodyEn } = data.circular;
    expect(titleZh).not.toContain('表彰');
    expect(bodyZh).toMatch(/keep中（1个）[\s\S]*lose中（1个）/u);
    expect(`${bodyZh}${bodyEn}`).not.toContain('branch-b');
  });

  it('is issued also where nobody keeps anything, for it is what carries the recheck out', () => {
    expect(issued([award(LOSE, 'c')])).toMatchObject({ honours: [] });
    expect(issued([award(MEND, 'b')])).toMatchObject({ honours: [] });
    expect(issued([award(UPWARD, 'a')])).toMatchObject({ reason: 'NOTHING_TO_COMMEND' });
  });
});

describe('the notice of a recheck', () => {
  const noticed = (what: readonly string[]) => {
    const notices = [{ id: 'n', after: 'decide', what, days: 5, clock: 'working' as const }];
    const decision = decided({ awards: [award(KEEP, 'a'), award(MEND, 'b'), award(LOSE, 'c')] });
    const notice = secondNotice({ notices, outcome });
    const standing = decidable({ outcome, notice, taken: { kind: 'decided', decision } });
    const answer = publishProposal(standing, { type: 'PublishProposal', now: NOW, holidays: shippedHolidays });
    if ('reason' in answer) return answer.reason;
    return answer.flatMap(({ data }) => ('proposed' in data ? data.proposed.map(({ rule: given }) => given) : []));
  };

  it('names whom the rules that the template lists give something, and never who is to mend something', () => {
    expect(noticed(['lose', 'upward'])).toEqual(['lose']);
    expect(noticed(['mend', 'lose'])).toEqual(['lose']);
    expect(noticed(['proposed'])).toEqual(['keep', 'lose']);
    expect(noticed(['entries'])).toBe('NO_SECOND_NOTICE');
  });
});
