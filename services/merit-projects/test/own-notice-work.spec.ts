import { describe, expect, it } from '@jest/globals';
import { type Grant, reachOf } from '@jiangong/access';
import type { ReachOf, WorkEdition } from '../src/application/work/entry-work.ts';
import type { PutForwardBy } from '../src/application/work/nominating-work.ts';
import { type OwnNoticeGroup, ownNoticeWork } from '../src/application/work/own-notice-work.ts';
import type { EditionTables } from '../src/domain/programme.ts';
import { tables as sample, terms } from './domain/edition-sample.ts';

const NOW = '2021-11-05T02:00:00.000Z';
const PERSON = 'officer-a';
const [A, B] = ['/province/unit-a/', '/province/unit-b/'];
const [declare] = sample.stages.filter(({ act }) => act === 'declare');
const [declaring] = terms.stages.filter(({ act }) => act === 'declare');
if (!declare || !declaring) throw new Error('the sample declares');
const tables: EditionTables = {
  ...sample,
  intake: 'nominate',
  stages: [...sample.stages, { ...declare, stageId: 'own', act: 'notice', by: ['nominator'], beside: true }],
  notices: [
    { noticeId: 'own', about: 'own', days: 7, clock: 'calendar', answerWorkingDays: 7, audience: 'internal' },
    ...sample.notices,
  ],
};
const editionWhile = (progress: 'ahead' | 'open' | 'closed', own = tables): WorkEdition => ({
  ...terms,
  ...{ tables: own, titleZh: '推荐', titleEn: 'Awards', committeePath: '/province/' },
  stages: [...terms.stages, { ...declaring, stageId: 'own', act: 'notice', progress }],
});

const grantOver = (organizationPath: string, role: Grant['role'] = 'unit-officer'): Grant => ({
  ...{ grantId: `${role} ${organizationPath}`, personId: PERSON, role, organizationId: 'x', organizationPath },
  ...{ from: '2020-01-01T00:00:00.000Z', until: null },
});
const by =
  (...grants: readonly Grant[]): ReachOf =>
  (action, role) =>
    reachOf({ subject: { kind: 'person', personId: PERSON }, grants, action, roles: [role], now: NOW });

const nominators = [A, B].map((organizationPath): PutForwardBy => ({
  ...{ editionId: terms.editionId, organizationId: organizationPath, kind: 'unit', organizationPath, entered: false },
}));
const made = (organizationPath: string, more: Partial<OwnNoticeGroup> = {}): OwnNoticeGroup => ({
  ...{ editionId: terms.editionId, organizationPath, notices: 1, open: 0, answered: 0 },
  ...more,
});
const waits = (reach: ReachOf, groups: readonly OwnNoticeGroup[], edition = editionWhile('open')): readonly string[] =>
  ownNoticeWork([edition], { groups, nominators }, reach, NOW).map(
    ({ kind, done, total, dueAt }) => `${kind} ${done}/${total} ${dueAt}`,
  );

describe('what waits for units about what they make known before they declare', () => {
  it('a unit that has made nothing known is asked to while it may, and no longer once it has', () => {
    const asked = [`begin-own-notices 0/1 ${declaring.closesAt}`];
    expect(waits(by(grantOver(A)), [])).toEqual(asked);
    expect(waits(by(grantOver(A)), [made(B)])).toEqual(asked);
    expect(waits(by(grantOver(A)), [made(A)])).toEqual([]);
    for (const progress of ['ahead', 'closed'] as const)
      expect(waits(by(grantOver(A)), [], editionWhile(progress))).toEqual([]);
  });

  it('an objection waits for its unit, is counted beside those that are answered, and for nobody else', () => {
    const groups = [made(A, { open: 1, answered: 2 }), made(B, { open: 4 })];
    const dueAt = declaring.closesAt > NOW ? declaring.closesAt : '';
    expect(waits(by(grantOver(A)), groups)).toEqual([`answer-own-objections 2/3 ${dueAt}`]);
    expect(waits(by(grantOver('/province/', 'committee-officer')), groups)).toEqual([]);
    expect(waits(by(grantOver(A)), [made(A, { answered: 3 })])).toEqual([]);
  });

  it('where the template asks for no such notice, nothing waits', () => {
    expect(waits(by(grantOver(A)), [made(A, { open: 1 })], editionWhile('open', sample))).toEqual([]);
  });
});
