import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@jiangong/event-store';
import { clearancesOf } from '../src/adapters/postgres/case-questions.ts';
import { milestonesOf } from '../src/adapters/postgres/entry-questions.ts';
import { type Life, okIn, playLife } from './campaign-life.ts';
import { actorOf, OUTSIDER } from './campaign-stage.ts';
import { EVIDENCE, LEADER, summary } from './domain/entry-sample.ts';

type Answer = Readonly<{ kind: string; refusal?: Readonly<{ reason: string; field?: string }> }>;
type Naming = (sha256: string, by: Actor) => Promise<Answer>;

const AS_OF_ANOTHER = { kind: 'person', id: OUTSIDER, organization: 'another-unit', role: 'unit-officer' } as const;
const another: Actor = { ...AS_OF_ANOTHER, grant: null };
const colleague: Actor = { ...actorOf('unit'), id: '78787878-7878-4878-8878-787878787878' };
const inspector: Actor = actorOf('inspector');

const UNKNOWN = '0'.repeat(64);
/** Of another unit, which no entry names. */
const THEIRS = '1'.repeat(64);
const fileOf = (sha256: string) => ({ sha256, bytes: 1_000, mediaType: 'application/pdf' });

describe('a file that an order names', () => {
  let life: Life;
  let clearanceId = '';
  let milestoneId = '';
  const call = (by: Actor) =>
    life.campaign.call('unit', {
      actor: by,
      requestId: randomUUID(),
      caller: { kind: 'person', personId: by.id, sessionId: null },
    });

  beforeAll(async () => {
    life = await playLife();
    const { campaign, blocked, removed } = life;
    const { useCases, ground } = campaign;
    clearanceId = (await clearancesOf(ground.rows, ground.privacy, blocked))[0]?.clearanceId ?? '';
    milestoneId = (await milestonesOf(ground.rows, ground.privacy, removed))[0]?.milestoneId ?? '';
    await okIn(campaign)(useCases.evidence.register(fileOf(THEIRS), call(another)));
  }, 120_000);
  afterAll(async () => life.campaign.close());

  /** Every order of the service that names a file, for an entry that names none of them; inspection's for one that it was asked about. */
  const ORDERS: readonly (readonly [name: string, by: Actor, order: Naming])[] = [
    [
      'ReportProgress',
      colleague,
      (sha256, by) =>
        life.campaign.useCases.dossier.report({ entryId: life.removed, report: '进展', evidence: [sha256] }, call(by)),
    ],
    [
      'CompleteMilestone',
      colleague,
      (sha256, by) => {
        const reached = { entryId: life.removed, milestoneId, effectiveOn: '2021-05-09', evidence: [sha256] };
        return life.campaign.useCases.dossier.completeMilestone(reached, call(by));
      },
    ],
    [
      'DeclareEntry',
      colleague,
      (sha256, by) => {
        const declared = { entryId: life.removed, summary, evidence: [sha256], documents: [] };
        return life.campaign.useCases.declarations.declare(declared, call(by));
      },
    ],
    [
      'NominateEntry',
      colleague,
      async (sha256, by) => {
        const { editionId } = life.campaign;
        const work = { subjectId: '', track: 'project', title: '作品', summary, as: '', from: '', ownNoticeId: '' };
        const request = { editionId, nominatorId: actorOf('unit').organization ?? '', answerable: [LEADER], ...work };
        const named = { ...request, evidence: [sha256], documents: [] };
        return (await life.campaign.useCases.declarations.nominate(named, call(by))).handled;
      },
    ],
    [
      'DescribeEvidence',
      colleague,
      (sha256, by) => {
        const described = { entryId: life.removed, sha256, kind: 'report', caption: '报告' };
        return life.campaign.useCases.files.describe(described, call(by));
      },
    ],
    [
      'AddClearanceFile',
      inspector,
      async (sha256, by) => {
        const added = { entryId: life.blocked, clearanceId, sha256, caption: '记录' };
        return (await life.campaign.useCases.inspectionFiles.add(added, call(by))).handled;
      },
    ],
    [
      'ProposeDestruction',
      colleague,
      async (sha256, by) => {
        const proposed = { entryId: life.removed, sha256, why: '误传' };
        return (await life.campaign.useCases.evidence.propose(proposed, call(by))).handled;
      },
    ],
  ];

  it.each(ORDERS)("%s: another's file is refused in the words of one that never was", async (_name, by, order) => {
    const unknown = await order(UNKNOWN, by);
    expect(unknown).toMatchObject({ kind: 'refused', refusal: { reason: 'EVIDENCE_NOT_FOUND' } });
    expect(await order(THEIRS, by)).toEqual(unknown);
  });

  it.each(ORDERS.filter(([name]) => name !== 'ProposeDestruction'))(
    '%s: who added it may name it, whoever had it before',
    async (name, by, order) => {
      const sha256 = Buffer.from(name.padEnd(32, '.'), 'latin1').toString('hex');
      const { useCases, caughtUp } = life.campaign;
      const first = await useCases.evidence.register(fileOf(sha256), call(another));
      expect(await order(sha256, by)).toMatchObject({ refusal: { reason: 'EVIDENCE_NOT_FOUND' } });
      const again = await useCases.evidence.register(fileOf(sha256), call(by));
      // Whoever adds it is answered alike: nobody learns whether others have it.
      const kindOf = (handled: typeof first) => handled.kind === 'accepted' && handled.facts.map(({ type }) => type);
      expect([kindOf(first), kindOf(again)]).toEqual([['EvidenceAdded.v1'], ['EvidenceAdded.v1']]);
      await caughtUp();
      expect((await order(sha256, by)).refusal?.reason).not.toBe('EVIDENCE_NOT_FOUND');
    },
  );

  /** The reasons that somebody of the unit's orders meet, or those of another unit, who added nothing. */
  const saidTo = async (by: Actor) =>
    Promise.all(
      ORDERS.filter(([, office]) => office === colleague).map(async ([, , order]) => {
        const answer = await order(EVIDENCE, by);
        return answer.refusal?.reason ?? answer.kind;
      }),
    );

  it("may be another's of the same organization where an entry of theirs names it, and of no other organization", async () => {
    const [toColleague, toAnother] = [await saidTo(colleague), await saidTo(another)];
    // Only for an entry that never named it can its destruction not be proposed.
    expect(toColleague.filter((reason) => reason === 'EVIDENCE_NOT_FOUND')).toHaveLength(1);
    expect(new Set(toAnother)).toEqual(new Set(['EVIDENCE_NOT_FOUND']));
  });

  it('that was destroyed is told to be gone to those who might have named it, and to nobody else', async () => {
    const { campaign, commended: entryId } = life;
    const { useCases, caughtUp } = campaign;
    const of = { entryId, sha256: EVIDENCE, why: '误传' };
    const { proposalId, handled } = await useCases.evidence.propose(of, call(colleague));
    expect(handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    await okIn(campaign)(useCases.evidence.destroy({ ...of, proposalId }, call(actorOf('officer'))));
    expect(new Set(await saidTo(colleague))).toEqual(new Set(['EVIDENCE_DESTROYED', 'EVIDENCE_NOT_FOUND']));
    expect(new Set(await saidTo(another))).toEqual(new Set(['EVIDENCE_NOT_FOUND']));
  });

  it('is added once by each: a repeat gets the first answer, another request adds nothing', async () => {
    const { useCases, readers, caughtUp, store } = life.campaign;
    const file = fileOf('4'.repeat(64));
    const once = call(actorOf('unit'));
    expect(await useCases.evidence.register(file, once)).toMatchObject({ kind: 'accepted', repeated: false });
    const before = await store.head();
    expect(await useCases.evidence.register(file, once)).toMatchObject({ kind: 'accepted', repeated: true });
    expect(await useCases.evidence.register(file, call(actorOf('unit')))).toMatchObject({
      kind: 'accepted',
      facts: [],
    });
    expect(await store.head()).toBe(before);
    await caughtUp();
    for (const name of ['evidence-files', 'entry-files'])
      expect(await readers.rebuildAndCompare(name)).toMatchObject({ equal: true });
  });
});
