import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesOf } from '../src/adapters/postgres/entry-files.ts';
import { evidenceOf, historyOf } from '../src/adapters/postgres/entry-reading.ts';
import { proposalsOf } from '../src/adapters/postgres/edition-questions.ts';
import { destroyedFiles } from '../src/adapters/postgres/evidence-projection.ts';
import { entryToScore } from '../src/adapters/postgres/scoring-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { type Life, PAGE, playLife } from './campaign-life.ts';
import { actorOf } from './campaign-stage.ts';
import { COMMITTEE } from './domain/edition-sample.ts';
import { EVIDENCE, summary } from './domain/entry-sample.ts';

const WHY = '误传：照片中有公民身份证号';
const AGREED = '属实，同意销毁';

describe('an evidence file that is destroyed while its entry is scored', () => {
  let life: Life;
  beforeAll(async () => {
    life = await playLife();
  }, 120_000);
  afterAll(async () => life.campaign.close());

  const proposing = async (requestId: string = randomUUID()) => {
    const { campaign, commended: entryId } = life;
    const { useCases, call, caughtUp } = campaign;
    const answer = await useCases.evidence.propose(
      { entryId, sha256: EVIDENCE, why: WHY },
      call('unit', { requestId }),
    );
    await caughtUp();
    return answer;
  };
  const proposals = async () => {
    const { rows, privacy } = life.campaign.ground;
    const asked = { editionId: life.campaign.editionId, acts: [], roles: [], search: undefined };
    const place = { size: 50, after: undefined };
    return (await proposalsOf(rows, privacy, { ...asked, sort: { by: 'proposed', down: false }, place })).found;
  };
  const waitsFor = async (who: 'officer' | 'inspector' | 'unit') => {
    const { campaign } = life;
    const { id, role, organization } = actorOf(who);
    const grant = {
      ...{ grantId: 'g', personId: id ?? '', role: role as 'committee-officer', organizationId: organization ?? '' },
      ...{ organizationPath: `/${COMMITTEE}/`, from: '2020-01-01T00:00:00.000Z', until: null },
    };
    const asker = { personId: id ?? '', grants: [grant], now: campaign.clock.now() };
    const { items } = await listWork(workKnowledge(campaign.ground.rows), asker);
    return items.filter(({ kind }) => kind === 'carry-out-entry-proposal').map(({ subjectId }) => subjectId);
  };

  it('can not be proposed for an entry that never named it', async () => {
    const { useCases, call } = life.campaign;
    const { handled } = await useCases.evidence.propose(
      { entryId: life.removed, sha256: EVIDENCE, why: WHY },
      call('unit'),
    );
    expect(handled).toMatchObject({ refusal: { reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' } });
  });

  it('proposed, it waits as work for a second office and for nobody else, and is told with the file', async () => {
    const requestId = randomUUID();
    const { proposalId, handled } = await proposing(requestId);
    expect(handled).toMatchObject({ kind: 'accepted' });
    expect(await proposing(requestId)).toMatchObject({ proposalId, handled: { repeated: true } });
    expect((await proposing()).handled).toMatchObject({
      refusal: { reason: 'DESTRUCTION_PROPOSED_ALREADY', details: { proposalId } },
    });
    expect((await proposals()).map(({ row }) => [row.act, row.why, row.proposalId])).toEqual([
      ['DestroyEvidence', WHY, proposalId],
    ]);
    expect(await waitsFor('officer')).toEqual([life.commended]);
    expect(await waitsFor('unit')).toEqual([]);
    const { rows, privacy } = life.campaign.ground;
    expect(await filesOf(rows, privacy, life.commended)).toMatchObject([
      { destruction: { state: 'proposed', proposalId, destroyedAt: '' } },
    ]);
    // Another entry that names the file learns nothing of what is only proposed elsewhere.
    expect(await filesOf(rows, privacy, life.blocked)).toMatchObject([{ destruction: undefined }]);
  });

  it('turned down, it stays and nothing waits', async () => {
    const { useCases, call, caughtUp } = life.campaign;
    const proposalId = (await proposals())[0]?.row.proposalId ?? '';
    const of = { entryId: life.commended, sha256: EVIDENCE, proposalId };
    expect(await useCases.evidence.reject({ ...of, why: '已打码' }, call('officer'))).toMatchObject({
      kind: 'accepted',
    });
    await caughtUp();
    expect(await proposals()).toEqual([]);
    expect(await waitsFor('officer')).toEqual([]);
  });

  it('destroyed, it is gone for every entry that names it; the hash, the reason and what was declared stay', async () => {
    const { campaign, commended, blocked } = life;
    const { useCases, call, caughtUp, ground, editionId } = campaign;
    const before = await campaign.store.head();
    const { proposalId } = await proposing();
    const of = { entryId: commended, sha256: EVIDENCE, proposalId, why: AGREED };
    expect(await useCases.evidence.destroy(of, call('unit'))).toMatchObject({
      refusal: { reason: 'SECOND_PERSON_NEEDED' },
    });
    expect(await useCases.evidence.destroy({ ...of, entryId: blocked }, call('officer'))).toMatchObject({
      refusal: { reason: 'PROPOSAL_NOT_FOUND' },
    });
    const requestId = randomUUID();
    for (const repeated of [false, true])
      expect(await useCases.evidence.destroy(of, call('officer', { requestId }))).toMatchObject({
        ...{ kind: 'accepted', repeated },
      });
    await caughtUp();
    const { rows, privacy } = ground;
    for (const entryId of [commended, blocked])
      expect(await evidenceOf(rows, entryId, EVIDENCE)).toMatchObject({ destroyedAt: campaign.clock.now() });
    expect(await filesOf(rows, privacy, blocked)).toMatchObject([
      { destruction: { state: 'destroyed', proposalId: '' } },
    ]);
    expect(await proposals()).toEqual([]);
    const [found, ...more] = await destroyedFiles(rows, before, 10);
    expect([found?.sha256, more]).toEqual([EVIDENCE, []]);
    expect(await destroyedFiles(rows, found?.position ?? 0, 10)).toEqual([]);

    // The declaration, its hash and what evaluators see of it are what they were: nothing is recomputed.
    expect(await entryToScore(rows, privacy, commended)).toMatchObject({
      evidence: [EVIDENCE],
      files: [{ sha256: EVIDENCE, destroyed: true }],
    });
    const told = (await historyOf(rows, privacy, commended, PAGE)).find(({ type }) => type === 'EvidenceDestroyed.v1');
    expect(JSON.parse(told?.dataJson ?? '')).toEqual({
      ...{ entryId: commended, editionId, nominatorId: expect.any(String), sha256: EVIDENCE, prose: { why: AGREED } },
    });
  });

  it('is refused from then on to whoever adds, names or describes it', async () => {
    const { campaign, commended, removed } = life;
    const { useCases, call } = campaign;
    const gone = (field: string) => ({ refusal: { reason: 'EVIDENCE_DESTROYED', field } });
    const file = { sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' };
    expect(await useCases.evidence.register(file, call('unit'))).toMatchObject(gone('sha256'));
    const report = { entryId: commended, report: '又一次', evidence: [EVIDENCE] };
    expect(await useCases.dossier.report(report, call('unit'))).toMatchObject(gone('evidence[0]'));
    const declared = { entryId: removed, summary, evidence: [EVIDENCE], documents: [] };
    expect(await useCases.declarations.declare(declared, call('unit'))).toMatchObject(gone('evidence[0]'));
    const named = { entryId: commended, sha256: EVIDENCE, kind: 'report', caption: '报告' };
    expect(await useCases.files.describe(named, call('unit'))).toMatchObject(gone('sha256'));
    expect((await proposing()).handled).toMatchObject(gone('sha256'));
  });

  it('every table is the same when rebuilt from zero, and no word of the reasons stands in the log', async () => {
    const { readers, store } = life.campaign;
    for (const name of ['evidence-files', 'entry-history', 'proposals', 'entry-files'])
      expect(await readers.rebuildAndCompare(name)).toMatchObject({ equal: true });
    expect(await readers.parked()).toEqual([]);
    const { events } = await store.readLog({ after: 0, limitMax: 1_000 });
    const text = events.map(({ dataBytes }) => dataBytes.toString('utf8')).join();
    for (const prose of [WHY, AGREED]) expect(text).not.toContain(prose);
  });
});
