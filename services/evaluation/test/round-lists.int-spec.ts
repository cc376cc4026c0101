import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ListCandidatesResponse } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import type {
  ListEntriesResponse,
  ListRoundsResponse,
  ListSeatsResponse,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import type { ListCounts } from '@jiangong/contracts/jiangong/lists/v1/lists';
import { roundOf } from './evaluation-steps.ts';
import { AUDITOR, editionId, entries, EXPERTS, OFFICERS, SPARE_EXPERTS } from './evaluation-world.ts';
import { askingIn, openServiceWorld, type ServiceWorld } from './service-world.ts';

const roundId = roundOf(2021);
const WITHIN_MS = 60_000;
const FIRST_PAGE = { pageSize: 0, pageToken: '', sort: '' };

describe('the lists of rounds, over gRPC', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await openServiceWorld();
  }, WITHIN_MS);
  afterAll(async () => {
    expect(await world.close()).toBe(0);
  });
  const { ok, reasonOf } = askingIn(() => world);
  const counted = (counts: ListCounts | undefined) =>
    Object.fromEntries(
      (counts?.facets ?? []).map((facet) => [
        facet.name,
        Object.fromEntries(facet.counts.map(({ word, count }) => [word, count])),
      ]),
    );

  it('tells those who assign seats who may have one, and what speaks against it, and nobody else', async () => {
    const asked = { roundId, pageSize: 0, pageToken: '', sort: '', source: '', role: '', standing: '' };
    const all = { ...asked, organizationId: '', searched: false, among: [] };
    expect(await reasonOf('pickers', 'listCandidates', all, EXPERTS[0])).toBe('NO_GRANT');
    expect(await reasonOf('pickers', 'getCandidateIds', { roundId, organizationId: '' }, AUDITOR)).toBe('NO_GRANT');
    const { candidates, counts } = await ok<ListCandidatesResponse>('pickers', 'listCandidates', all);
    const experts = [...EXPERTS, ...SPARE_EXPERTS];
    expect(candidates.map(({ personId }) => personId).toSorted()).toEqual(
      [...Object.values(OFFICERS), ...experts].toSorted(),
    );
    expect(candidates.find(({ personId }) => personId === OFFICERS.b)).toMatchObject({
      sources: ['units'],
      standing: 'free',
      seatedSource: '',
      otherSeats: 0,
      ownUnitEntries: 2,
    });
    expect(counts).toMatchObject({
      total: 8,
      facets: expect.arrayContaining([expect.objectContaining({ name: 'source' })]),
    });
    const some = { ...all, source: 'experts', searched: true, among: [EXPERTS[0], OFFICERS.a] };
    const found = await ok<ListCandidatesResponse>('pickers', 'listCandidates', some);
    expect(found.candidates.map(({ personId }) => personId)).toEqual([EXPERTS[0]]);
    const { personIds } = await ok<{ personIds: string[] }>('pickers', 'getCandidateIds', {
      roundId,
      organizationId: '',
    });
    expect(personIds).toHaveLength(8);
  });

  it('show the seats of a round by source and by whether the sheet is there', async () => {
    const seats = [
      { personId: OFFICERS.a, sourceId: 'units' },
      { personId: OFFICERS.c, sourceId: 'units' },
      ...EXPERTS.map((personId) => ({ personId, sourceId: 'experts' })),
    ];
    await ok('rounds', 'assignSeats', { roundId, seats });
    const asked = { ...FIRST_PAGE, roundId, source: 'experts', held: '', sheet: 'missing' };
    const listed = await ok<ListSeatsResponse>('rounds', 'listSeats', asked);
    expect(listed.seats.map(({ personId }) => personId)).toEqual([...EXPERTS].toSorted());
    expect(listed.counts?.total).toBe(3);
    expect(counted(listed.counts)).toEqual({
      source: { experts: 3, units: 2 },
      held: { held: 3 },
      sheet: { missing: 3 },
    });
    expect(await reasonOf('rounds', 'listSeats', { ...asked, sort: 'marks' })).toBe('SORT_UNKNOWN');
    const seated = { ...FIRST_PAGE, roundId, source: '', role: '', standing: 'seated', organizationId: '' };
    const { candidates } = await ok<ListCandidatesResponse>('pickers', 'listCandidates', {
      ...{ ...seated, searched: false, among: [] },
    });
    expect(candidates).toHaveLength(5);
  });

  it('find the entries of a round by title, and by what the caller is kept from', async () => {
    const asked = { ...FIRST_PAGE, roundId, q: '', track: '', recused: '' };
    const all = await ok<ListEntriesResponse>('rounds', 'listEntries', asked, OFFICERS.a);
    expect(all.counts?.total).toBe(4);
    expect(counted(all.counts)['recused']).toEqual({ none: 3, 'own-unit': 1 });
    const own = await ok<ListEntriesResponse>('rounds', 'listEntries', { ...asked, recused: 'own-unit' }, OFFICERS.a);
    expect(own.entries.map(({ entryId }) => entryId)).toEqual([entries(2021).a1]);
    const [first] = all.entries;
    const found = await ok<ListEntriesResponse>('rounds', 'listEntries', { ...asked, q: first?.title }, OFFICERS.a);
    expect(found.entries).toContainEqual(first);
    expect(
      (await ok<ListEntriesResponse>('rounds', 'listEntries', { ...asked, q: '没有这样的名称' }, OFFICERS.a)).entries,
    ).toEqual([]);
    const leafed: string[] = [];
    for (let pageToken = ''; ;) {
      const page: ListEntriesResponse = await ok('rounds', 'listEntries', {
        ...asked,
        sort: '-title',
        pageSize: 1,
        pageToken,
      });
      leafed.push(...page.entries.map(({ entryId }) => entryId));
      if (page.nextPageToken === '') break;
      pageToken = page.nextPageToken;
    }
    expect(leafed.toSorted()).toEqual(all.entries.map(({ entryId }) => entryId).toSorted());
  });

  it('show the rounds of an edition by where they stand', async () => {
    const asked = { ...FIRST_PAGE, editionId: editionId(2021), status: 'prepared', phase: '' };
    const { rounds, counts } = await ok<ListRoundsResponse>('rounds', 'listRounds', asked);
    expect(rounds.map((round) => round.roundId)).toEqual([roundId]);
    expect(counted(counts)).toEqual({ status: { prepared: 1 }, phase: { main: 1 } });
    expect((await ok<ListRoundsResponse>('rounds', 'listRounds', { ...asked, status: 'annulled' })).rounds).toEqual([]);
  });
});
