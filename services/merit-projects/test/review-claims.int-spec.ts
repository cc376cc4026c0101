import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { localDateOf, startOfDay } from '@jiangong/calendar';
import { append } from '@jiangong/messaging/testing';
import type { CallContext } from '@jiangong/service-host';
import { type EntriesAsked, entriesOf } from '../src/adapters/postgres/entry-list.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import type { ClaimAnswer } from '../src/application/told-claims.ts';
import { reviewClaimsStream } from '../src/application/streams.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { okIn } from './campaign-life.ts';
import { actorOf, type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { COMMITTEE, DAY, openEdition } from './domain/edition-sample.ts';
import { BRANCH, LEADER, measures, plan, summary } from './domain/entry-sample.ts';

const MANY = 8;
const OFFICER = actorOf('officer').id ?? '';
/** A colleague in the same office, who answers for one entry himself. */
const COLLEAGUE = '21212121-2121-4212-8212-212121212121';

describe('who is reviewing what', () => {
  let campaign: Campaign;
  const entries: string[] = [];
  /** Declared as the others, and the colleague's own matter. */
  let own = '';

  const byColleague = (): CallContext => {
    const call = campaign.call('officer');
    const caller = { kind: 'person', personId: COLLEAGUE, sessionId: null } as const;
    return { ...call, actor: { ...call.actor, id: COLLEAGUE }, caller };
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    const ok = okIn(campaign);
    const { store, useCases, call, editionId, caughtUp, moveTo } = campaign;
    for (const personId of [OFFICER, COLLEAGUE]) {
      const grant = { grantId: `grant of ${personId}`, personId, role: 'committee-officer' };
      await append(store, `membership.person-${personId}`, {
        type: 'RoleGranted.v1',
        data: { ...grant, organizationId: COMMITTEE, from: '2021-01-01T00:00:00.000Z' },
      });
    }
    const home = { personId: COLLEAGUE, organizationId: BRANCH };
    await append(store, `membership.person-${COLLEAGUE}`, { type: 'PersonRegistered.v1', data: home });
    const { titleZh, titleEn } = openEdition;
    const amended = { editionId, titleZh, titleEn, parameters: { quota: `${MANY}` } };
    await ok(useCases.editions.amend({ ...amended, effectiveOn: '2021-01-04', why: '名额调整。' }, call('officer')));
    await caughtUp();
    const planOne = async (title: string, leaderId: string): Promise<string> => {
      const what = { ...plan, title, measures, answerable: [leaderId], track: '', branchId: BRANCH, editionId };
      const { entryId, handled } = await useCases.plans.plan(what, call());
      expect(handled).toMatchObject({ kind: 'accepted' });
      return entryId;
    };
    own = await planOne('同事本人项目', COLLEAGUE);
    for (let n = 1; n < MANY; n += 1) entries.push(await planOne(`项目${n}`, LEADER));
    await caughtUp();
    for (const entryId of [own, ...entries]) await ok(useCases.plans.confirm({ entryId, opinion: '同意。' }, call()));
    await moveTo(DAY.declaration);
    for (const entryId of [own, ...entries])
      await ok(useCases.declarations.declare({ entryId, summary, ...REPORT }, call()));
    await moveTo(DAY.review);
  }, 120_000);
  afterAll(async () => campaign.close());

  type Asked = Readonly<{ entryIds?: readonly string[]; next?: number; dryRun?: boolean }>;
  const claim = (asked: Asked, call: CallContext): Promise<ClaimAnswer> =>
    campaign.useCases.reviewClaims.claim(
      { editionId: campaign.editionId, entryIds: [], next: 0, dryRun: false, ...asked },
      call,
    );
  const words = ({ told }: ClaimAnswer): readonly string[] =>
    told.map(({ outcome, refusal }) => refusal?.reason ?? outcome);
  const ids = ({ told }: ClaimAnswer): readonly string[] => told.map(({ entryId }) => entryId);
  const release = (entryIds: readonly string[], call: CallContext) =>
    campaign.useCases.reviewClaims.release({ editionId: campaign.editionId, entryIds }, call);

  const listed = async (personId: string | null, claims: readonly string[] = []) => {
    await campaign.caughtUp();
    const today = startOfDay(localDateOf(campaign.clock.now()));
    const viewer = { knowsBlocks: true, today, claims: personId === null ? null : { personId } };
    const asked: EntriesAsked = {
      ...{ organizationId: COMMITTEE, editionId: campaign.editionId, nominatorId: '', standings: ['declared'] },
      ...{ tracks: [], awards: [], claims, brought: [], search: undefined, sort: { by: 'planned', down: false } },
      place: { size: 50, after: undefined },
    };
    const { found, facets } = await entriesOf(campaign.ground.rows, viewer, asked);
    return { rows: found.map(({ row }) => row), counts: facets?.find(({ name }) => name === 'claim')?.counts };
  };
  const left = async (personId: string): Promise<string> => {
    await campaign.caughtUp();
    const { rows } = campaign.ground;
    const grants = await grantsOf(rows, personId);
    const { items } = await listWork(workKnowledge(rows), { personId, grants, now: campaign.clock.now() });
    const item = items.find(({ kind }) => kind === 'review-entries');
    return item ? `${item.done}/${item.total}` : 'nothing';
  };

  it('a dry run tells what would be claimed and stores nothing', async () => {
    const before = await campaign.store.head();
    const told = await claim({ next: 3, dryRun: true }, byColleague());
    expect(words(told)).toEqual(Array(3).fill('would-be-done'));
    expect(ids(told)).toEqual(entries.slice(0, 3));
    expect(await campaign.store.head()).toBe(before);
  });

  it('two officers who ask for the next ones at the same moment never get the same, and nobody his own matter', async () => {
    const [one, other] = await Promise.all([
      claim({ next: 4 }, campaign.call('officer')),
      claim({ next: 3 }, byColleague()),
    ]);
    expect([ids(one).length, ids(other).length]).toEqual([4, 3]);
    expect(new Set([...ids(one), ...ids(other)]).size).toBe(7);
    expect(ids(other)).not.toContain(own);
    expect(one.told[0]).toMatchObject({ claimedBy: OFFICER, until: '2021-11-19T16:00:00.000Z' });
    await release(ids(one), campaign.call('officer'));
    await release(ids(other), byColleague());
  });

  it('many at once: each entry is held by exactly one of them', async () => {
    const calls = [0, 1, 2].flatMap(() => [campaign.call('officer'), byColleague()]);
    const told = await Promise.all(calls.map((call) => claim({ next: 1 }, call)));
    const all = told.flatMap(ids);
    expect(all).toHaveLength(6);
    expect(new Set(all).size).toBe(6);
    const by = (who: string) => told.flatMap((one) => one.told).filter(({ claimedBy }) => claimedBy === who);
    await release(
      by(OFFICER).map(({ entryId }) => entryId),
      campaign.call('officer'),
    );
    await release(
      by(COLLEAGUE).map(({ entryId }) => entryId),
      byColleague(),
    );
  });

  it('the list shows the office who is reviewing what, and filters by it; units are shown nothing', async () => {
    const [a = '', b = '', c = ''] = entries;
    await claim({ entryIds: [a, b] }, campaign.call('officer'));
    await claim({ entryIds: [c] }, byColleague());
    const seen = await listed(OFFICER);
    expect(seen.rows.find(({ entryId }) => entryId === a)).toMatchObject({
      ...{ claimedBy: OFFICER, claimedUntil: '2021-11-19T16:00:00.000Z' },
    });
    expect(seen.counts).toEqual([
      ...[
        { word: 'unclaimed', count: 5 },
        { word: 'mine', count: 2 },
        { word: 'others', count: 1 },
      ],
    ]);
    expect((await listed(OFFICER, ['mine'])).rows.map(({ entryId }) => entryId)).toEqual([a, b]);
    expect((await listed(COLLEAGUE, ['mine', 'unclaimed'])).rows).toHaveLength(6);
    const units = await listed(null);
    expect(units.counts).toEqual([{ word: 'none', count: MANY }]);
    expect(units.rows.every(({ claimedBy, claimedUntil }) => claimedBy === '' && claimedUntil === '')).toBe(true);
  });

  it('what a colleague is reviewing does not wait for the caller, and the list shows as many', async () => {
    expect(await left(OFFICER)).toBe('0/7');
    expect((await listed(OFFICER, ['mine', 'unclaimed'])).rows).toHaveLength(7);
    // One of them is the colleague's own matter, which never waits for him.
    expect(await left(COLLEAGUE)).toBe('0/5');
  });

  it('a colleague takes over with a reason, which is sealed; the claim is his from then on', async () => {
    const [a = '', , c = ''] = entries;
    const { editionId, useCases, store } = campaign;
    const asked = { editionId, entryIds: [a, c], why: '同事出差两周。', dryRun: false };
    const rehearsed = await useCases.reviewClaims.takeOver({ ...asked, dryRun: true }, byColleague());
    expect(words(rehearsed)).toEqual(['would-be-done', 'would-be-done']);
    expect(words(await useCases.reviewClaims.takeOver(asked, byColleague()))).toEqual(['done', 'done']);
    const stored = await store.readStream(reviewClaimsStream(editionId));
    expect(JSON.stringify(stored.at(-1))).toMatch(/ReviewClaimTakenOver.*ciphertext/su);
    expect(JSON.stringify(stored)).not.toContain('出差');
    expect(words(await release([a], campaign.call('officer')))).toEqual(['REVIEW_CLAIM_NOT_YOURS']);
    expect(words(await claim({ entryIds: [a, own] }, byColleague()))).toEqual(['done', 'CONFLICT_OF_INTEREST']);
    expect(words(await claim({ entryIds: [a] }, campaign.call('officer')))).toEqual(['REVIEW_CLAIMED']);
  });

  it('repeated under its id, an order is answered as it was', async () => {
    const call = campaign.call('officer');
    const first = await claim({ next: 1 }, call);
    expect(first.told).toHaveLength(1);
    const head = await campaign.store.head();
    expect(await claim({ next: 1 }, call)).toEqual(first);
    expect(await campaign.store.head()).toBe(head);
    await release(ids(first), campaign.call('officer'));
  });

  it('a claim keeps nobody from reviewing, and is over with the review and with a return', async () => {
    const ok = okIn(campaign);
    const [a = '', b = ''] = entries;
    const answers = [{ item: '材料完整', met: true, explanation: '' }];
    await ok(campaign.useCases.review.review({ entryId: a, outcome: 'passed', answers }, campaign.call('officer')));
    const back = { entryId: b, reasons: ['补充材料'], redeclareBy: '2021-11-17' };
    await ok(campaign.useCases.review.returnIt(back, byColleague()));
    expect((await listed(OFFICER, ['mine', 'others'])).rows.map(({ entryId }) => entryId)).toEqual([entries[2]]);
    await ok(campaign.useCases.declarations.declare({ entryId: b, summary, ...REPORT }, campaign.call()));
    // Declared anew, it waits for whoever takes it.
    expect((await listed(OFFICER, ['unclaimed'])).rows.map(({ entryId }) => entryId)).toContain(b);
    expect(words(await claim({ entryIds: [a, b] }, byColleague()))).toEqual(['ENTRY_NOT_DECLARED', 'done']);
  });

  it('what can not be asked is refused, and changes nothing', async () => {
    const [a = ''] = entries;
    const head = await campaign.store.head();
    const reasonOf = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'accepted',
        ({ refusal }: { refusal?: { reason: string } }) => refusal?.reason ?? 'an error',
      );
    const call = campaign.call('officer');
    expect(await reasonOf(claim({ entryIds: [] }, call))).toBe('BATCH_ENTRIES_INVALID');
    expect(await reasonOf(claim({ entryIds: [a, a] }, call))).toBe('BATCH_ENTRIES_INVALID');
    expect(await reasonOf(claim({ entryIds: [a], next: 1 }, call))).toBe('CLAIM_COUNT_INVALID');
    expect(await reasonOf(claim({ next: 101 }, call))).toBe('CLAIM_COUNT_INVALID');
    expect(await reasonOf(claim({ next: 1 }, campaign.call('inspector')))).toBe('NOT_THIS_PARTY');
    const unknown = '99999999-9999-4999-8999-999999999999';
    expect(words(await claim({ entryIds: [unknown] }, call))).toEqual(['ENTRY_NOT_FOUND']);
    expect(await campaign.store.head()).toBe(head);
  });

  it('runs out by itself', async () => {
    expect((await listed(OFFICER, ['others'])).rows).not.toHaveLength(0);
    await campaign.moveTo('2021-11-19T16:00:00.000Z');
    expect((await listed(OFFICER, ['mine', 'others'])).rows).toEqual([]);
  });
});
