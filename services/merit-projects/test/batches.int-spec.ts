import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import type { CallContext } from '@jiangong/service-host';
import { campaignKnowledge } from '../src/adapters/postgres/campaign-knowledge.ts';
import { entriesStream } from '../src/application/streams.ts';
import { okIn } from './campaign-life.ts';
import { actorOf, type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { COMMITTEE, DAY, openEdition } from './domain/edition-sample.ts';
import { BRANCH, LEADER, measures, plan, summary } from './domain/entry-sample.ts';

/** Four units with ten entries each: as many as the template lets a unit declare. */
const [UNITS, EACH] = [4, 10];
const MANY = UNITS * EACH;
const OFFICER = actorOf('officer').id ?? '';

describe('the same order for many entries', () => {
  let campaign: Campaign;
  let ok: ReturnType<typeof okIn>;
  const entries: string[] = [];
  /** Declared as the others, and the officer's own matter; planned, and never declared. */
  let own = '';
  let undeclared = '';

  /** A unit with one branch, in which its entries' leader is at home. */
  const foundUnit = async (): Promise<Readonly<{ branchId: string; leaderId: string }>> => {
    const [unitId, branchId, leaderId] = [randomUUID(), randomUUID(), randomUUID()];
    const found = (organizationId: string, parentId: string, kind: string) =>
      append(campaign.store, `organizations.organization-${organizationId}`, {
        type: 'OrganizationFounded.v1',
        data: { organizationId, parentId, kind, nameZh: kind, nameEn: kind, code: '' },
      });
    await found(unitId, COMMITTEE, 'unit');
    await found(branchId, unitId, 'branch');
    const home = { personId: leaderId, organizationId: branchId };
    await append(campaign.store, `membership.person-${leaderId}`, { type: 'PersonRegistered.v1', data: home });
    return { branchId, leaderId };
  };
  const planOne = async (title: string, branchId: string, leaderId: string): Promise<string> => {
    const what = { ...plan, title, measures, answerable: [leaderId], track: '', branchId };
    const { entryId, handled } = await campaign.useCases.plans.plan(
      { ...what, editionId: campaign.editionId },
      campaign.call(),
    );
    expect(handled).toMatchObject({ kind: 'accepted' });
    return entryId;
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    ok = okIn(campaign);
    const { store, useCases, call, editionId, caughtUp, moveTo } = campaign;
    const grant = { grantId: 'grant of the officer', personId: OFFICER, role: 'committee-officer' };
    await append(store, `membership.person-${OFFICER}`, {
      type: 'RoleGranted.v1',
      data: { ...grant, organizationId: COMMITTEE, from: '2021-01-01T00:00:00.000Z' },
    });
    const home = { personId: OFFICER, organizationId: BRANCH };
    await append(store, `membership.person-${OFFICER}`, { type: 'PersonRegistered.v1', data: home });
    const { titleZh, titleEn } = openEdition;
    const amended = {
      editionId,
      titleZh,
      titleEn,
      parameters: { quota: `${EACH}` },
      effectiveOn: '2021-01-04',
      why: '名额调整。',
    };
    await ok(useCases.editions.amend(amended, call('officer')));
    const units = await Promise.all(Array.from({ length: UNITS }, foundUnit));
    await caughtUp();
    // Entries of one unit share a stream and come one after the other; units do not wait for each other.
    const planned = await Promise.all(
      units.map(async ({ branchId, leaderId }) => {
        const ids: string[] = [];
        for (let n = 0; n < EACH; n += 1) ids.push(await planOne(`项目${n}`, branchId, leaderId));
        return ids;
      }),
    );
    entries.push(...planned.flat());
    own = await planOne('本人项目', BRANCH, OFFICER);
    undeclared = await planOne('未申报', BRANCH, LEADER);
    await caughtUp();
    const each = (order: (entryId: string) => Promise<{ kind: string }>): Promise<unknown> =>
      Promise.all(
        [...planned, [own]].map(async (ids) => {
          for (const entryId of ids) expect(await order(entryId)).toMatchObject({ kind: 'accepted' });
        }),
      );
    await each((entryId) => useCases.plans.confirm({ entryId, opinion: '同意。' }, call()));
    await moveTo(DAY.declaration);
    await each((entryId) => useCases.declarations.declare({ entryId, summary, ...REPORT }, call()));
    await moveTo(DAY.review);
  }, 120_000);
  afterAll(async () => campaign.close());

  const answers = [{ item: '材料完整', met: true, explanation: '' }];
  const asked = (entryIds: readonly string[], dryRun = false) => ({ editionId: campaign.editionId, entryIds, dryRun });
  const stored = async (): Promise<number> => campaign.store.head();
  type Told = readonly Readonly<{ outcome: string; refusal?: { reason: string } }>[];
  const told = (outcomes: Told): readonly string[] =>
    outcomes.map(({ outcome, refusal }) => refusal?.reason ?? outcome);
  const all = (word: string): readonly string[] => Array.from({ length: MANY }, () => word);

  it('a dry run tells entry by entry what the rules would say, and changes nothing', async () => {
    const before = await stored();
    const unknown = randomUUID();
    const batch = { ...asked([...entries, own, undeclared, unknown], true), answers };
    const outcomes = await campaign.useCases.batches.pass(batch, campaign.call('officer'));
    expect(told(outcomes)).toEqual([
      ...all('would-be-done'),
      ...['CONFLICT_OF_INTEREST', 'ENTRY_NOT_DECLARED', 'ENTRY_NOT_FOUND'],
    ]);
    expect(outcomes.map(({ entryId }) => entryId)).toEqual(batch.entryIds);
    expect(await stored()).toBe(before);
  });

  it('a run does for each what the dry run told, and what is refused takes nothing from the others', async () => {
    const call = campaign.call('officer');
    const batch = { ...asked([own, ...entries]), answers };
    const outcomes = await campaign.useCases.batches.pass(batch, call);
    expect(told(outcomes)).toEqual(['CONFLICT_OF_INTEREST', ...all('done')]);
    const [first = ''] = entries;
    const place = await campaignKnowledge(campaign.ground).entry(first);
    const stream = entriesStream(campaign.editionId, place?.nominatorId ?? '');
    const reviewed = (await campaign.store.readStream(stream)).filter(({ type }) => type === 'EntryReviewed.v1');
    expect(reviewed).toHaveLength(EACH);
    expect(reviewed[0]?.entry.actor).toMatchObject({ id: OFFICER, role: 'committee-officer', organization: COMMITTEE });
    await campaign.caughtUp();
    const after = await stored();
    const again = await campaign.useCases.batches.pass(batch, { ...call, now: DAY.notice } satisfies CallContext);
    expect(again).toEqual(outcomes);
    expect(await stored()).toBe(after);
  });

  it('clearance and notice go the same way, each entry by its own rules', async () => {
    const { useCases, call, caughtUp } = campaign;
    const [first = '', second = ''] = entries;
    const scopes = ['entry'];
    const rehearsed = await useCases.batches.requestClearances({ ...asked(entries, true), scopes }, call('officer'));
    expect(told(rehearsed)).toEqual(all('would-be-done'));
    const done = await useCases.batches.requestClearances({ ...asked(entries), scopes }, call('officer'));
    expect(told(done)).toEqual(all('done'));
    const given = { opinionNumber: '纪函〔2021〕8号', opinions: [{ scope: 'entry', outcome: 'cleared' }], why: '' };
    await caughtUp();
    await ok(useCases.review.giveClearance({ entryId: first, ...given }, call('inspector')));
    const tried = await useCases.batches.publish(asked([first, second], true), call('officer'));
    const publishing = call('officer');
    const published = await useCases.batches.publish(asked([first, second]), publishing);
    expect(told(published)).toEqual(['done', 'ENTRY_NOT_CLEARED']);
    // When its notice ends is told before it begins, and once more by whoever asks twice.
    const until = published.map(({ noticeUntil }) => noticeUntil);
    expect(until).toEqual([expect.stringMatching(/^2021-\d\d-\d\dT16:00:00/u), '']);
    expect(tried.map(({ noticeUntil }) => noticeUntil)).toEqual(until);
    const again = await useCases.batches.publish(asked([first, second]), publishing);
    expect(again.map(({ noticeUntil }) => noticeUntil)).toEqual(until);
    expect(published[1]?.texts).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });

  it('holds 1 to 100 entries, each once, and none by who has no grant', async () => {
    const { useCases, call } = campaign;
    const [first = ''] = entries;
    const refusal = { refusal: { reason: 'BATCH_ENTRIES_INVALID', field: 'entryIds' } };
    for (const ids of [[], [first, first], Array.from({ length: 101 }, () => randomUUID())])
      await expect(useCases.batches.publish(asked(ids), call('officer'))).rejects.toMatchObject(refusal);
    expect(told(await useCases.batches.publish(asked([first]), call('leader')))).toEqual(['NO_GRANT']);
  });
});
