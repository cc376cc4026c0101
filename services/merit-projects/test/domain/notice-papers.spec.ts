import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { NOTICE_PAPERS_MAX } from '../../src/domain/limits.ts';
import {
  type MakeNoticePaper,
  type NoticePaperMade,
  type NoticePaperWithdrawn,
  noticePapersDecider,
  type WithdrawNoticePaper,
} from '../../src/domain/papers/notice-papers.ts';
import { BY, EDITION } from './edition-sample.ts';

const NOW = '2021-11-16T02:00:00.000Z';
const { given } = deciderSpec(noticePapersDecider);

const order = (paperId: string, sha256: string): MakeNoticePaper => ({
  type: 'MakeNoticePaper',
  now: NOW,
  by: BY.officer,
  paper: {
    ...{ papersId: 'papers', paperId, editionId: EDITION, about: 'entries', format: 'pdf', notices: 2 },
    ...{ sha256: sha256.repeat(64), bytes: 40_000, template: '2026-11-28' },
  },
});
const made = (paperId: string, sha256: string, replaces: string | null = null): NoticePaperMade => ({
  type: 'NoticePaperMade.v1',
  data: {
    ...order(paperId, sha256).paper,
    ...{ replaces, madeAt: NOW, madeBy: BY.officer.personId, role: BY.officer.role },
  },
});
const withdraw = (over: Partial<WithdrawNoticePaper> = {}): WithdrawNoticePaper => ({
  ...{ type: 'WithdrawNoticePaper', now: NOW, by: BY.officer, paperId: 'p1', reason: 'wrong-content', why: '名单有误' },
  ...over,
});
const withdrawn: NoticePaperWithdrawn = {
  type: 'NoticePaperWithdrawn.v1',
  data: {
    ...{ papersId: 'papers', paperId: 'p1', editionId: EDITION, reason: 'wrong-content' },
    ...{ withdrawnAt: NOW, withdrawnBy: BY.officer.personId, role: BY.officer.role, prose: { why: '名单有误' } },
  },
};

describe('notices on paper', () => {
  it('a paper is made, and stands', () => given().when(order('p1', 'a')).then(made('p1', 'a')));
  it('the same bytes are the same paper: nothing has happened', () =>
    given(made('p1', 'a')).when(order('p2', 'a')).then());
  it('a newer one takes the place of the one that stands', () =>
    given(made('p1', 'a'))
      .when(order('p2', 'b'))
      .then(made('p2', 'b', 'p1')));
  it('what was withdrawn can be made again', () =>
    given(made('p1', 'a'), withdrawn).when(order('p2', 'a')).then(made('p2', 'a')));
  it('there is an end to versions', () =>
    given(...Array.from({ length: NOTICE_PAPERS_MAX }, (_, at) => made(`p${at}`, 'a')))
      .when(order('more', 'b'))
      .thenRefused({ reason: 'TOO_MANY_PAPERS', field: 'format', details: { max: NOTICE_PAPERS_MAX } }));
  it('a wrong one is withdrawn, with a reason', () => given(made('p1', 'a')).when(withdraw()).then(withdrawn));
  it('also one that was replaced', () =>
    given(made('p1', 'a'), made('p2', 'b', 'p1'))
      .when(withdraw())
      .then(withdrawn));
  it('once', () =>
    given(made('p1', 'a'), withdrawn).when(withdraw()).thenRefused({ reason: 'PAPER_WITHDRAWN', field: 'paperId' }));
  it('only one that was made, by a word of the list, saying why', () => {
    given().when(withdraw()).thenRefused({ reason: 'PAPER_NOT_FOUND', field: 'paperId' });
    given(made('p1', 'a'))
      .when(withdraw({ reason: 'whim' }))
      .thenRefused({ reason: 'PAPER_REASON_UNKNOWN', field: 'reason' });
    given(made('p1', 'a'))
      .when(withdraw({ why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
});
