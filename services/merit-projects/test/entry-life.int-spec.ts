import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierStream, entriesStream } from '../src/application/streams.ts';
import { editionOf } from '../src/adapters/postgres/edition-questions.ts';
import { resolvers } from '../src/adapters/postgres/resolvers.ts';
import { OUTSIDER, REPORT, UNIT_OFFICER } from './campaign-stage.ts';
import { type Life, playLife } from './campaign-life.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { BRANCH, LEADER, measures, plan, summary } from './domain/entry-sample.ts';

describe('a campaign over PostgreSQL', () => {
  let life: Life;
  beforeAll(async () => {
    life = await playLife();
  }, 120_000);
  afterAll(async () => life.campaign.close());

  const reasonOf = async (
    answer: Promise<{ kind: string; refusal?: { reason: string } }>,
  ): Promise<string | undefined> => (await answer).refusal?.reason;

  it('an entry lives in its nominator’s stream, each step with its actor and numbered; its dossier in a stream of its own', async () => {
    const { campaign, commended } = life;
    const events = await campaign.store.readStream(entriesStream(campaign.editionId, UNIT));
    const own = events.filter(({ data }) => (data as { entryId: string }).entryId === commended);
    expect(own.map(({ type, entry }) => [type.replace('.v1', ''), entry.actor.kind])).toEqual([
      ['EntryPlanned', 'person'],
      ['EntryConfirmed', 'person'],
      ['EntryDeclared', 'person'],
      ['DocumentsGiven', 'person'],
      ['EntryReturned', 'person'],
      ['EntryRedeclared', 'person'],
      ['DocumentsGiven', 'person'],
      ['EntryReviewed', 'person'],
      ['ClearanceRequested', 'person'],
      ['ClearanceGiven', 'person'],
      ['EntryPublished', 'person'],
      ['ObjectionReceived', 'protected'],
      ['ObjectionSettled', 'person'],
    ]);
    expect(own.map(({ data }) => (data as { entryRevision: number }).entryRevision)).toEqual(
      own.map((_, index) => index + 1),
    );
    expect(events.at(-1)).toMatchObject({ type: 'IntakeClosed.v1', entry: { actor: { kind: 'system' } } });
    const dossier = await campaign.store.readStream(dossierStream(commended));
    expect(dossier.map(({ type }) => type)).toEqual([
      'ProgressReported.v1',
      'MilestoneCompleted.v1',
      'EntryFeatured.v1',
    ]);
    const declared = own.find(({ type }) => type === 'EntryDeclared.v1');
    expect(declared?.data).toMatchObject({ dossierEnd: { revision: 2, hash: dossier.at(-1)?.hash } });
  });

  it('what entered and what missed is one fact, and the opening carries the number', async () => {
    const { campaign, commended, blocked } = life;
    const closed = (await campaign.store.readStream(entriesStream(campaign.editionId, UNIT))).at(-1);
    expect(closed?.data).toMatchObject({
      entered: [{ entryId: commended, title: plan.title, answerable: [LEADER], openObjections: [] }],
      missed: [{ entryId: blocked, reason: 'blocked' }],
    });
    const edition = await editionOf(campaign.ground.rows, campaign.ground.privacy, campaign.editionId);
    expect(edition?.stages.map(({ progress }) => progress)).toEqual([
      ...['closed', 'closed', 'closed', 'closed', 'closed', 'closed'],
      ...['open', 'ahead', 'ahead', 'ahead'],
    ]);
    expect(edition?.tracks).toMatchObject([{ track: 'project', documents: ['report'] }]);
    expect(edition?.stages.find(({ act }) => act === 'score')).toMatchObject({ entered: 1 });
  });

  it('the access rule learns of an entry: its branch, and who answers for it', async () => {
    const { campaign, commended } = life;
    const facts = { organizationPath: `/${COMMITTEE}/${UNIT}/${BRANCH}/`, organizationId: UNIT };
    expect(await resolvers(campaign.ground.rows, campaign.ground.clock).entry(commended)).toEqual({
      ...facts,
      concerns: [LEADER],
    });
  });

  it('a repeated order gets its first answer, also when its stage has closed since', async () => {
    const { campaign, commended } = life;
    const { useCases, call } = campaign;
    const first = (await campaign.store.readStream(entriesStream(campaign.editionId, UNIT))).find(
      ({ type }) => type === 'EntryDeclared.v1',
    );
    const again = await useCases.declarations.declare(
      { entryId: commended, summary, ...REPORT },
      call('unit', { requestId: first?.entry.requestId ?? '' }),
    );
    expect(again).toMatchObject({
      kind: 'accepted',
      repeated: true,
      receipts: [{ eventId: first?.eventId }, { type: 'DocumentsGiven.v1' }],
    });
    const other = await useCases.declarations.declare(
      { entryId: commended, summary: '别的话。', ...REPORT },
      call('unit', { requestId: first?.entry.requestId ?? '' }),
    );
    expect(other).toMatchObject({ kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED' } });
  });

  it('what an order refers to must be there', async () => {
    const { campaign, commended } = life;
    const { useCases, call, editionId } = campaign;
    const here = call('unit', { afterPosition: 0 });
    const asked = { ...plan, measures, answerable: [LEADER], track: '', editionId, branchId: BRANCH };
    const plans = async (change: object): Promise<string | undefined> =>
      reasonOf(useCases.plans.plan({ ...asked, ...change }, here).then(({ handled }) => handled));
    expect(await plans({ branchId: UNIT_OFFICER })).toBe('BRANCH_NOT_FOUND');
    expect(await plans({ branchId: UNIT })).toBe('BRANCH_NOT_FOUND');
    expect(await plans({ answerable: [UNIT_OFFICER] })).toBe('LEADER_NOT_FOUND');
    expect(await plans({ answerable: [LEADER, OUTSIDER] })).toBe('LEADER_OUTSIDE_UNIT');
    expect(await plans({ editionId: UNIT_OFFICER })).toBe('EDITION_NOT_FOUND');
    expect(await plans({})).toBe('STAGE_NOT_OPEN');
    const declare = (entryId: string, evidence: readonly string[]) =>
      reasonOf(useCases.declarations.declare({ entryId, summary, evidence, documents: [] }, here));
    expect(await declare(UNIT, [])).toBe('ENTRY_NOT_FOUND');
    expect(await declare(commended, ['b'.repeat(64)])).toBe('EVIDENCE_NOT_FOUND');
    const settling = {
      objectionId: UNIT,
      outcome: 'rejected',
      answer: '无',
      redeclareBy: '',
      reasons: [],
      proposalId: '',
    };
    expect(await reasonOf(useCases.notice.settle(settling, here))).toBe('OBJECTION_NOT_FOUND');
  });

  it('every read model rebuilt from zero equals the live one', async () => {
    const { campaign } = life;
    for (const reader of [
      ...['editions', 'entries', 'dossiers', 'cases', 'proposals', 'entry-history', 'evidence-files'],
      ...['awards-heard', 'seats-heard', 'translator'],
    ])
      expect(await campaign.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await campaign.readers.parked()).toEqual([]);
  });
});
