import type { HonourFact, HonourGranted, HonourTerms } from '../../../src/domain/honour/facts.ts';
import type { ProposeHonourAct } from '../../../src/domain/honour/orders.ts';

const NOW = '2022-03-01T02:00:00.000Z';
export const OFFICER = { personId: 'officer-1', role: 'committee-officer' };
export const INSPECTOR = { personId: 'inspector-1', role: 'discipline-inspector' };

export const granted: HonourGranted = {
  type: 'HonourGranted.v1',
  data: {
    honourId: 'honour-1',
    certificateNumber: 'JG-2021-0000-0000-0000-0000',
    code: 'jiangong.first',
    kind: 'honour',
    level: 'working-committee',
    grade: { id: 'first', zh: '一等奖', en: 'First Prize' },
    to: 'entry',
    seriesId: 'series',
    grantedBy: 'committee',
    holder: { kind: 'project', id: 'project-a', zh: '项目a', en: '项目a' },
    entryId: 'entry-a',
    title: '项目a',
    homeId: 'unit-a',
    homeName: { zh: '甲厅', en: 'Unit A' },
    classifiedThen: false,
    basis: { decisionId: 'decision', rank: 1, shared: false },
    period: { from: '2021-01-01', to: '2021-12-31' },
    awardYear: 2021,
    until: null,
    roundId: 'round',
    editionId: 'edition',
    documentNumber: '吉直党发〔2021〕30号',
    grantedAt: '2021-12-20T02:00:00.000Z',
  },
};

const TERMS: HonourTerms = { act: 'WithdrawHonour', reason: 'sanctioned', effectiveOn: '2022-02-28' };

export const propose = (over: object = {}): ProposeHonourAct => ({
  type: 'ProposeHonourAct',
  now: NOW,
  proposalId: 'p',
  by: OFFICER,
  terms: { ...TERMS, ...over },
  why: '负责人受处分',
});

export const proposed = (terms: HonourTerms = TERMS): HonourFact => ({
  type: 'ActProposed.v1',
  data: {
    honourId: 'honour-1',
    proposalId: 'p',
    act: terms.act,
    proposedBy: OFFICER.personId,
    role: OFFICER.role,
    proposedAt: NOW,
    terms,
    prose: { why: '负责人受处分' },
  },
});

/** What every later fact about it says of it once more. */
export const place = {
  roundId: 'round',
  editionId: 'edition',
  code: 'jiangong.first',
  seriesId: 'series',
  holder: { kind: 'project', id: 'project-a' },
  entryId: 'entry-a',
  homeId: 'unit-a',
};
