import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addedFile, filesOf } from '../src/adapters/postgres/entry-files.ts';
import { evidenceOf } from '../src/adapters/postgres/entry-reading.ts';
import { destroyedFiles } from '../src/adapters/postgres/evidence-projection.ts';
import { append } from '@jiangong/messaging/testing';
import { type Life, okIn, playLife } from './campaign-life.ts';
import { actorOf, OUTSIDER } from './campaign-stage.ts';

const ROUND = '5e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c05';
const [PHOTO, UNNAMED] = ['d', 'e'].map((digit) => digit.repeat(64)) as [string, string];
const WHY = '照片中有公民身份证号';

describe('a file that evaluation names: of a finding, a claim or a measured value', () => {
  let life: Life;
  beforeAll(async () => {
    life = await playLife();
    const { campaign, commended } = life;
    const { useCases, call, store, editionId, caughtUp } = campaign;
    for (const sha256 of [PHOTO, UNNAMED])
      await okIn(campaign)(
        useCases.evidence.register({ sha256, bytes: 1_000, mediaType: 'image/jpeg' }, call('officer')),
      );
    await append(store, `evaluation.checklist-${ROUND}`, {
      type: 'EvidenceNamed.v1',
      data: { roundId: ROUND, editionId, entryIds: [commended], evidence: [PHOTO] },
    });
    await caughtUp();
  }, 120_000);
  afterAll(async () => life.campaign.close());

  it('is handed out where one of those who named it had added it, and where nobody had, is as if nobody ever had', async () => {
    const { ground } = life.campaign;
    const officer = actorOf('officer').id ?? '';
    expect(await addedFile(ground, PHOTO, [OUTSIDER, officer])).toEqual({
      ...{ mediaType: 'image/jpeg', bytes: 1_000, destroyedAt: '' },
    });
    expect(await addedFile(ground, PHOTO, [OUTSIDER])).toBeUndefined();
    expect(await addedFile(ground, PHOTO, [])).toBeUndefined();
    expect(await addedFile(ground, 'f'.repeat(64), [officer])).toBeUndefined();
  });

  it('stands in no list of the entry’s files, for its readers are not those of the finding', async () => {
    const { rows, privacy } = life.campaign.ground;
    const listed = await filesOf(rows, privacy, life.commended);
    expect(listed.map(({ sha256 }) => sha256)).not.toContain(PHOTO);
    expect(await evidenceOf(rows, life.commended, PHOTO)).toBeUndefined();
  });

  it('is destroyed for the sake of the entry that it is about, by two offices, and of no other entry', async () => {
    const { campaign, commended, removed } = life;
    const { useCases, call, caughtUp, ground, store } = campaign;
    const of = { entryId: commended, sha256: PHOTO, why: WHY };
    for (const other of [
      { ...of, entryId: removed },
      { ...of, sha256: UNNAMED },
    ])
      expect((await useCases.evidence.propose(other, call('unit'))).handled).toMatchObject({
        refusal: { reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' },
      });
    const before = await store.head();
    const { proposalId, handled } = await useCases.evidence.propose(of, call('unit'));
    expect(handled).toMatchObject({ kind: 'accepted' });
    expect(await useCases.evidence.destroy({ ...of, proposalId }, call('officer'))).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await addedFile(ground, PHOTO, [actorOf('officer').id ?? ''])).toMatchObject({
      destroyedAt: campaign.clock.now(),
    });
    // What the gateway sweeps away is what was destroyed, and no file because nothing here names it.
    expect((await destroyedFiles(ground.rows, before, 10)).map(({ sha256 }) => sha256)).toEqual([PHOTO]);
  });

  it('what was heard is the same when it is heard again from the beginning', async () => {
    expect(await life.campaign.readers.rebuildAndCompare('judged-files-heard')).toMatchObject({ equal: true });
  });
});
