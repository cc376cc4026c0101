import { describe, expect, it } from '@jest/globals';
import {
  allMet,
  type Checked,
  failedAnswers,
  firstReasons,
  isLookedAt,
  NOTHING_CHECKED,
  passedAnswers,
  reasonsIn,
  restored,
  turned,
  unanswered,
  unexplained,
  unmetOf,
  type Verdict,
} from '../src/pages/review/check-list.ts';
import { reviewedOf, standingFor } from '../src/pages/review/steps-of.ts';

const marked = (checked: Checked, item: string, verdict: Verdict): Checked => ({
  ...checked,
  verdicts: { ...checked.verdicts, [item]: verdict },
});

const ITEMS = ['材料完整', '成效真实'] as const;

describe('the check-list of a review', () => {
  it('turns an item from not looked at to met, to not met, and back', () => {
    const met = turned(NOTHING_CHECKED, '材料完整');
    expect(met.verdicts).toEqual({ 材料完整: 'met' });
    const unmet = turned(met, '材料完整');
    expect(unmetOf(ITEMS, unmet)).toEqual(['材料完整']);
    expect(turned(unmet, '材料完整').verdicts).toEqual({});
  });

  it('is looked at once each item is ticked, by itself or all at once', () => {
    const one = marked(NOTHING_CHECKED, '材料完整', 'met');
    expect(isLookedAt(ITEMS, one)).toBe(false);
    expect(isLookedAt(ITEMS, marked(one, '成效真实', 'met'))).toBe(true);
    expect(isLookedAt(ITEMS, allMet(one, ITEMS))).toBe(true);
  });

  it('a failure asks for an explanation of each item that is not met, and sends them all', () => {
    const unmet = marked(marked(NOTHING_CHECKED, '材料完整', 'unmet'), '成效真实', 'met');
    expect(unexplained(ITEMS, unmet)).toEqual(['材料完整']);
    const explained = { ...unmet, explanations: { 材料完整: ' 缺少台账。 ' } };
    expect(unexplained(ITEMS, explained)).toEqual([]);
    expect(failedAnswers(ITEMS, explained)).toEqual([
      { item: '材料完整', met: false, explanation: '缺少台账。' },
      { item: '成效真实', met: true, explanation: '' },
    ]);
    expect(passedAnswers(ITEMS).every(({ met }) => met)).toBe(true);
  });

  it('needs are answered with what the answer goes by, met or not, and the whole list with them', () => {
    const met = marked(marked(NOTHING_CHECKED, '材料完整', 'met'), '成效真实', 'met');
    expect(unanswered(['成效真实'], NOTHING_CHECKED)).toEqual(['成效真实']);
    expect(unanswered(['成效真实'], met)).toEqual(['成效真实']);
    const grounded = { ...met, explanations: { 成效真实: '换届台账', 材料完整: '不送出' } };
    expect(unanswered(['成效真实'], grounded)).toEqual([]);
    const answers = [
      { item: '材料完整', met: true, explanation: '' },
      { item: '成效真实', met: true, explanation: '换届台账' },
    ];
    expect(passedAnswers(ITEMS, grounded, ['成效真实'])).toEqual(answers);
    expect(failedAnswers(ITEMS, grounded, ['成效真实'])).toEqual(answers);
  });

  it('a return begins with what was written of the items, and goes on with what was typed', () => {
    const unmet = { ...marked(NOTHING_CHECKED, '材料完整', 'unmet'), explanations: { 材料完整: '缺少台账。' } };
    expect(firstReasons(ITEMS, unmet)).toBe('材料完整：缺少台账。');
    expect(firstReasons(ITEMS, { ...unmet, reasons: '' })).toBe('');
    expect(reasonsIn(' 一、补充台账 \n\n二、补充数据\n')).toEqual(['一、补充台账', '二、补充数据']);
  });

  it('reads back what was kept, and nothing of what it does not know', () => {
    const kept = { ...marked(NOTHING_CHECKED, '材料完整', 'unmet'), explanations: { 材料完整: '缺' }, reasons: '补' };
    expect(restored(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(restored({ verdicts: { 材料完整: 'perhaps' }, explanations: 3 })).toEqual(NOTHING_CHECKED);
    expect(restored('text')).toBeNull();
  });
});

describe('the steps of an edition', () => {
  const stages = (...acts: readonly string[]) => ({ stages: acts.map((act) => ({ act, phase: null })) }) as never;

  it('lead from one to the next, and over what a template does not have', () => {
    expect(standingFor(stages('declare', 'review', 'clear', 'notice'))).toEqual({
      'passed-reviews': 'declared',
      'clearance-requests': 'reviewed',
      publications: 'cleared',
    });
    expect(standingFor(stages('declare', 'notice'))).toEqual({
      'passed-reviews': null,
      'clearance-requests': null,
      publications: 'declared',
    });
    // A stage of review that belongs to a phase is one in which a check-list is filled.
    expect(standingFor({ stages: [{ act: 'review', phase: 'main' }] } as never)['passed-reviews']).toBeNull();
  });

  it('count as done what has passed or failed the review, wherever it stands now', () => {
    expect(reviewedOf({ declared: 33, reviewed: 5, rejected: 1, cleared: 6, returned: 2 })).toEqual({
      done: 12,
      total: 45,
    });
  });
});
