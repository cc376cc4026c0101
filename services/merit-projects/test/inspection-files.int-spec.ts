import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearancesOf } from '../src/adapters/postgres/case-questions.ts';
import { filesOf } from '../src/adapters/postgres/entry-files.ts';
import { evidenceOf, historyOf } from '../src/adapters/postgres/entry-reading.ts';
import { inspectionFilesOf } from '../src/adapters/postgres/inspection-files.ts';
import { type Life, PAGE, playLife } from './campaign-life.ts';

const RECORD = 'd'.repeat(64);
const CAPTION = '与负责人的谈话记录';

describe("inspectors' own files", () => {
  let life: Life;
  let clearanceId = '';
  beforeAll(async () => {
    life = await playLife();
    const { ground, useCases, call } = life.campaign;
    const [given] = await clearancesOf(ground.rows, ground.privacy, life.blocked);
    clearanceId = given?.clearanceId ?? '';
    const file = { sha256: RECORD, bytes: 2_000, mediaType: 'application/pdf' };
    expect(await useCases.evidence.register(file, call('inspector'))).toMatchObject({ kind: 'accepted' });
  }, 120_000);
  afterAll(async () => life.campaign.close());

  const asked = () => ({ entryId: life.blocked, clearanceId, sha256: RECORD, caption: CAPTION });

  it('stand with the opinion that they were added to, and nowhere that a unit, an officer or an auditor looks', async () => {
    const { campaign, blocked } = life;
    const { ground, useCases, call, caughtUp, store } = campaign;
    const { fileId, handled } = await useCases.inspectionFiles.add(asked(), call('inspector'));
    expect(handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    const { rows, privacy } = ground;
    expect(await clearancesOf(rows, privacy, blocked)).toMatchObject([
      { clearanceId, files: [{ fileId, caption: CAPTION, mediaType: 'application/pdf', bytes: 2_000 }] },
    ]);
    expect(await inspectionFilesOf(rows, privacy, blocked)).toMatchObject([{ fileId, sha256: RECORD }]);
    expect(await evidenceOf(rows, blocked, RECORD)).toBeUndefined();
    const seen = JSON.stringify([await filesOf(rows, privacy, blocked), await historyOf(rows, privacy, blocked, PAGE)]);
    for (const hidden of [RECORD, CAPTION, 'InspectionFileAdded']) expect(seen).not.toContain(hidden);

    // Not even which file it is stands beside the opinion in the log.
    const { events } = await store.readLog({ after: 0, limitMax: 1_000 });
    const about = events.filter(({ entry }) => entry.stream.startsWith('merit-projects.inspection-'));
    expect(about).toHaveLength(1);
    for (const { dataBytes } of about)
      for (const hidden of [RECORD, CAPTION]) expect(dataBytes.toString('utf8')).not.toContain(hidden);
  });

  it('are added to an opinion of this entry, with bytes that are there', async () => {
    const { useCases, call } = life.campaign;
    const refusedAs = async (more: object) =>
      (await useCases.inspectionFiles.add({ ...asked(), ...more }, call('inspector'))).handled;
    expect(await refusedAs({ clearanceId: 'another' })).toMatchObject({
      refusal: { reason: 'CLEARANCE_NOT_FOUND', field: 'clearanceId' },
    });
    expect(await refusedAs({ entryId: life.commended })).toMatchObject({ refusal: { reason: 'CLEARANCE_NOT_FOUND' } });
    expect(await refusedAs({ sha256: 'e'.repeat(64) })).toMatchObject({
      refusal: { reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' },
    });
  });

  it('are taken back with a reason, and erased with the key of inspection', async () => {
    const { campaign, blocked: entryId } = life;
    const { ground, useCases, call, caughtUp, readers } = campaign;
    const { rows, privacy } = ground;
    const fileId = (await inspectionFilesOf(rows, privacy, entryId))[0]?.fileId ?? '';
    const taken = await useCases.inspectionFiles.remove({ entryId, fileId, why: '误传' }, call('inspector2'));
    expect(taken).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await inspectionFilesOf(rows, privacy, entryId)).toEqual([]);
    await useCases.inspectionFiles.add(asked(), call('inspector'));
    await caughtUp();
    await privacy.destroy(`discipline/${campaign.editionId}`);
    expect(await inspectionFilesOf(rows, privacy, entryId)).toMatchObject([
      { caption: 'ERASED', sha256: 'ERASED', mediaType: '' },
    ]);
    expect(await readers.rebuildAndCompare('inspection-files')).toMatchObject({ equal: true });
  });
});
