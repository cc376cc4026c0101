import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import { admissionOf, gateOf } from '../../src/domain/edition/state.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact, EntryFact } from '../../src/domain/entries/facts.ts';
import type {
  CloseIntake,
  DeclareEntry,
  EnterCandidates,
  NominateEntry,
  Vote,
  WithdrawEntry,
} from '../../src/domain/entries/orders.ts';
import type { StageState } from '../../src/domain/edition/state.ts';
import type { Act } from '../../src/domain/programme.ts';
import { SYSTEM } from '../../src/domain/by.ts';
import { BY, terms as sample, UNIT } from './edition-sample.ts';
import { BRANCH, dossierEnd, LEADER, P1, P2, P3, ref, ROUND } from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);

const stage = (
  act: Act,
  by: string,
  [from, until]: readonly [string, string],
  phase: string | null = null,
): StageState => ({
  ...{ stageId: act, act, by: [by], phase, beside: false, gapWorkingDays: 0, yearsAfter: { opens: 0, closes: 0 } },
  ...{ opensOn: from, closesOn: until, opensAt: `${from}T00:00:00.000Z`, closesAt: `${until}T00:00:00.000Z` },
  ...{ progress: 'ahead' as const, closings: 0 },
});

const stages = [
  stage('propose', 'proposer', ['2021-03-01', '2021-03-10']),
  stage('vote', 'voters', ['2021-03-11', '2021-03-20'], 'vote'),
  stage('declare', 'nominator', ['2021-03-21', '2021-03-30']),
  stage('review', 'office', ['2021-04-01', '2021-04-10']),
  stage('clear', 'clearer', ['2021-04-11', '2021-04-20']),
  stage('decide', 'body', ['2021-05-01', '2021-05-10']),
];

/** Of each category a unit may declare one. */
const terms: EditionTerms = {
  ...sample,
  tables: {
    ...sample.tables,
    ...{ intake: 'put-forward', nominator: 'nominator', quota: null, notices: [], stages },
    tracks: [
      { trackId: 'member', nameZh: '党员', nameEn: 'Member', kind: 'person', of: [], quota: 1 },
      { trackId: 'branch', nameZh: '支部', nameEn: 'Branch', kind: 'organization', of: ['branch'], quota: 1 },
    ],
    parties: [
      { partyId: 'proposer', role: 'branch-secretary', scope: 'home' },
      { partyId: 'nominator', role: 'unit-officer', scope: 'own' },
      { partyId: 'office', role: 'committee-officer', scope: 'edition' },
      { partyId: 'clearer', role: 'discipline-inspector', scope: 'edition' },
    ],
  },
  ...{ documents: [], needs: [], shares: [], roll: null, lateEntries: [], stages },
};

const ON = {
  proposing: '2021-03-02T02:00:00.000Z',
  voting: '2021-03-12T02:00:00.000Z',
  declaring: '2021-03-22T02:00:00.000Z',
  deciding: '2021-05-01T02:00:00.000Z',
} as const;

const REASONS = '日常表现突出。';

const propose = (entryId: string = P1): NominateEntry => ({
  ...{ type: 'NominateEntry', now: ON.proposing, by: BY.secretary, terms, entryId },
  ...{ subject: { kind: 'person', id: `person of ${entryId}` }, track: 'member', homeId: BRANCH, proposerId: BRANCH },
  ...{ answerable: [LEADER], title: '王小明', summary: REASONS, evidence: [], documents: [] },
  ...{ dossierEnd: { revision: -1, hash: null }, as: null, from: null },
});

const proposed = (entryId: string = P1): EntryFact => ({
  type: 'EntryProposed.v1',
  data: {
    ...ref(entryId, 1),
    ...{ subject: { kind: 'person', id: `person of ${entryId}` }, track: 'member', homeId: BRANCH, proposerId: BRANCH },
    ...{ answerable: [LEADER], title: '王小明', prose: { summary: REASONS } },
  },
});

const enter: EnterCandidates = { type: 'EnterCandidates', now: ON.voting, by: SYSTEM, terms };
const entered = (...ids: readonly string[]): EntriesFact => ({
  type: 'CandidatesEntered.v1',
  data: {
    ...{ editionId: terms.editionId, nominatorId: UNIT },
    entered: ids.map((entryId) => ({
      ...{ entryId, subject: { kind: 'person', id: `person of ${entryId}` }, homeId: BRANCH, track: 'member' },
      ...{ title: '王小明', answerable: [LEADER], openObjections: [] },
    })),
  },
});

const vote: Vote = {
  ...{ roundId: ROUND, resultHash: 'e'.repeat(64) },
  ranks: [
    { entryId: P1, rank: 1 },
    { entryId: P2, rank: 2 },
  ],
};

const declare = (entryId: string = P1, departure = ''): DeclareEntry => ({
  ...{ type: 'DeclareEntry', now: ON.declaring, by: BY.unit, terms, entryId, vote, departure },
  ...{ summary: REASONS, evidence: [], documents: [], dossierEnd },
});

const take = (entryId: string, by: WithdrawEntry['by']): WithdrawEntry => ({
  ...{ type: 'WithdrawEntry', now: ON.proposing, by, terms, entryId, why: '误报。', classified: false },
});

describe('candidates of branches', () => {
  it('are proposed by the branch’s secretary with reasons, in the stage of proposing, and take no place', () => {
    given().when(propose()).then(proposed());
    given()
      .when({ ...propose(), by: BY.unit })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when({ ...propose(), now: ON.voting })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given()
      .when({ ...propose(), evidence: ['a'.repeat(64)] })
      .thenRefused({ reason: 'CANDIDATE_WITHOUT_FILES', field: 'evidence' });
    given()
      .when({ ...propose(), summary: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'summary' });
  });

  it('are taken back by their branch or their unit until the vote opens, and not afterwards', () => {
    for (const by of [BY.secretary, BY.unit])
      given(proposed())
        .when(take(P1, by))
        .then({
          type: 'EntryWithdrawn.v1',
          data: { ...ref(P1, 2), quotaPlace: 'none', classifiedThen: false, prose: { why: '误报。' } },
        });
    given(proposed(), entered(P1)).when(take(P1, BY.secretary)).thenRefused({ reason: 'CANDIDATES_VOTED_UPON' });
    given(proposed()).when(take(P1, BY.officer)).thenRefused({ reason: 'NOT_THIS_PARTY' });
  });

  it('stand for the vote once, when it opens; nobody is proposed afterwards', () => {
    given(proposed(), proposed(P2)).when(enter).then(entered(P1, P2));
    given(proposed(), entered(P1)).when(enter).then();
    given(proposed())
      .when({ ...enter, now: ON.proposing })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(proposed(), entered(P1)).when(propose(P2)).thenRefused({ reason: 'CANDIDATES_VOTED_UPON' });
  });
});

const voted = [proposed(), proposed(P2), entered(P1, P2)] as const;

describe('what is declared of candidates', () => {
  it('is whoever the vote ranked: with its rank, and by which result', () => {
    const [declared, chosen, ...more] = entriesDecider.decide(
      voted.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(),
    ) as readonly EntriesFact[];
    expect(more).toEqual([]);
    expect(declared).toMatchObject({ type: 'EntryDeclared.v1', data: { version: 2, entryRevision: 2 } });
    expect(chosen).toEqual({
      type: 'CandidateChosen.v1',
      data: {
        ...ref(P1, 3),
        ...{ version: 2, roundId: ROUND, resultHash: vote.resultHash, rank: 1, over: [] },
        prose: { departure: '' },
      },
    });
  });

  it('waits for the vote’s result, and is nobody whom it does not rank', () => {
    const { vote: _none, ...unheard } = declare();
    given(...voted)
      .when(unheard)
      .thenRefused({ reason: 'VOTE_NOT_COUNTED', field: 'entryId' });
    given(proposed(P3), entered(P3))
      .when(declare(P3))
      .thenRefused({ reason: 'CANDIDATE_NOT_RANKED', field: 'entryId' });
  });

  it('departs from the order of a branch and category with a reason only, which stands with whom it passes over', () => {
    given(...voted)
      .when(declare(P2))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'departure' });
    given(...voted)
      .when(declare(P1, '不需要。'))
      .thenRefused({ reason: 'DEPARTURE_NOT_NEEDED', field: 'departure' });
    const facts = entriesDecider.decide(
      voted.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P2, '得票最高者请辞。'),
    ) as readonly EntriesFact[];
    expect(facts.at(-1)).toMatchObject({ data: { rank: 2, over: [P1], prose: { departure: '得票最高者请辞。' } } });
  });

  it('is the unit’s to say, in its stage, within its number of the category', () => {
    given(...voted)
      .when({ ...declare(), by: BY.secretary })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given(...voted)
      .when({ ...declare(), now: ON.voting })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    const first = entriesDecider.decide(
      voted.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(),
    ) as readonly EntriesFact[];
    given(...voted, ...first)
      .when(declare(P2))
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 1, declared: 1 } });
  });

  it('enters before the decision once it is reviewed and cleared; the others are told that they missed it', () => {
    const close: CloseIntake = { type: 'CloseIntake', now: ON.deciding, by: SYSTEM, terms };
    const first = entriesDecider.decide(
      voted.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(),
    ) as readonly EntriesFact[];
    given(...voted, ...first)
      .when({ ...close, now: ON.declaring })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(...voted, ...first)
      .when(close)
      .then({
        type: 'IntakeClosed.v1',
        data: {
          ...{ editionId: terms.editionId, nominatorId: UNIT, entered: [] },
          missed: [
            { entryId: P1, reason: 'not-reviewed' },
            { entryId: P2, reason: 'not-declared' },
          ],
        },
      });
  });

  it('is never more than the number, in whatever order and with whatever reasons a unit declares', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(P1, P2, P3), fc.constantFrom('', '有理由。')), { maxLength: 8 }),
        (tries) => {
          let state = voted.reduce(entriesDecider.evolve, entriesDecider.initial);
          for (const [entryId, why] of tries) {
            const decided = entriesDecider.decide(state, declare(entryId, why));
            if (!isRefusal(decided)) state = decided.reduce(entriesDecider.evolve, state);
          }
          const places = Object.values(state.entries).filter(({ declarations }) => declarations > 1);
          expect(places.length).toBeLessThanOrEqual(1);
        },
      ),
    ));
});

describe('stages of an edition with candidates', () => {
  it('are over for the vote where somebody is proposed, and for the decision where he is declared, reviewed and cleared', () => {
    expect(admissionOf(terms.tables, stages)?.stageId).toBe('decide');
    const gates = stages.slice(0, 5).map((one) => gateOf(terms.tables, stages, one)?.stageId);
    expect(gates).toEqual(['vote', 'decide', 'decide', 'decide', 'decide']);
  });
});
