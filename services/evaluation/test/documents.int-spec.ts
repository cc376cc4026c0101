import { ListDocumentsRequest } from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '@jiangong/event-store';
import { annulDecision } from '../src/application/annul-decision.ts';
import { changeHonours } from '../src/application/change-honours.ts';
import { documentsIdOf } from '../src/application/decision-streams.ts';
import { type Made, makeDocument, type MakeDocumentRequest } from '../src/application/make-document.ts';
import { documentStream } from '../src/application/streams.ts';
import { withdrawDocument } from '../src/application/withdraw-documents.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { commend, decide } from './decision-steps.ts';
import { roundOf, runYear, settle } from './decision-world.ts';
import { COMMITTEE } from './domain/decision/example-decidable.ts';
import { accepted, refusalOf } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const INSPECTOR = ['inspector-1', 'discipline-inspector'] as const;
const CHECK = 'https://jiangong.example/verify/';

describe('documents of a circular, over PostgreSQL', () => {
  let stage: DecisionStage;
  let decisionId = '';
  let circular: Made;
  const make = (over: Partial<MakeDocumentRequest> = {}, call = stage.call()): Promise<Made> =>
    makeDocument(stage.decisions, stage.printing)(
      { roundId: ROUND, kind: 'circular', format: 'pdf', copies: '', checkAddress: CHECK, ...over },
      call,
    );
  const listed = async (): Promise<readonly string[]> => {
    await stage.caughtUp();
    const { documents } = await stage.documents.listDocuments(ListDocumentsRequest.fromPartial({ roundId: ROUND }));
    return documents.map(({ kind, format, standing }) => `${kind} ${format} ${standing}`);
  };
  const told = async (documentId: string) => (await stage.documents.getDocument({ documentId })).document;
  /** What anybody is told who checks the number that stands on the paper of this honour. */
  const certificateStands = async (honourId: string) => {
    const { certificateNumber } = await stage.honours.getHonour({ honourId });
    return (await stage.honours.verifyCertificate({ certificateNumber })).honour?.standing;
  };

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await runYear(stage, 2021);
    stage.moveTo('2021-12-13T02:00:00.000Z');
    decisionId = await decide(stage, ROUND);
  }, 90_000);
  afterAll(async () => stage.close());

  it('are made of what was issued, and of nothing before', async () => {
    expect(refusalOf((await make()).handled)).toMatch(/^CIRCULAR_NOT_ISSUED/);
    await commend(stage, ROUND);
    circular = await make();
    accepted(circular.handled);
    expect(Buffer.from(circular.content.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(circular.sha256).toBe(sha256Hex(circular.content));
  });

  it('are known in the log by their hash, and no text of theirs stands there', async () => {
    const [event] = await stage.store.readStream(documentStream(documentsIdOf(ROUND, 'circular', 'pdf')));
    expect(event).toMatchObject({
      type: 'DocumentMade.v1',
      data: {
        documentId: circular.documentId,
        sha256: circular.sha256,
        bytes: circular.content.byteLength,
        replaces: null,
      },
    });
    expect(event?.dataBytes.toString('utf8')).not.toContain('项目a');
  });

  it('are the same document when they are made again, and others when their contents are', async () => {
    stage.moveTo('2021-12-14T02:00:00.000Z');
    const again = await make();
    accepted(again.handled);
    expect(again).toMatchObject({ documentId: circular.documentId, sha256: circular.sha256 });
    const other = await make({ copies: '省委组织部' });
    accepted(other.handled);
    expect(other.documentId).not.toBe(circular.documentId);
    expect(await listed()).toEqual(['circular pdf stands', 'circular pdf replaced']);
    expect(await told(circular.documentId)).toMatchObject({ version: 1, currentId: other.documentId });
    expect(await told(other.documentId)).toMatchObject({ version: 2, currentId: other.documentId });
  });

  it('answer a repeated order with its first answer', async () => {
    const call = stage.call();
    const [first, second] = [await make({ format: 'docx' }, call), await make({ format: 'docx' }, call)];
    expect(second).toMatchObject({ documentId: first.documentId, sha256: first.sha256 });
    expect(Buffer.from(first.content.subarray(0, 2)).toString()).toBe('PK');
    expect(await stage.store.readStream(documentStream(documentsIdOf(ROUND, 'circular', 'docx')))).toHaveLength(1);
    await stage.caughtUp();
    expect(await told(first.documentId)).toMatchObject({ version: 1, currentId: first.documentId });
  });

  it.each([
    [{ kind: 'poster' }, 'DOCUMENT_KIND_UNKNOWN kind'],
    [{ kind: 'certificates', format: 'docx' }, 'DOCUMENT_FORMAT_UNKNOWN format'],
    [{ roundId: '018f0000-0000-7000-8000-00000000abcd' }, 'ROUND_NOT_FOUND roundId'],
    [{ copies: '甲\n乙' }, 'TEXT_MALFORMED copies'],
  ])('are refused for %j', async (over, reason) => expect(refusalOf((await make(over)).handled)).toContain(reason));

  it('stand where their round stands: who may read its result may read them', async () =>
    expect(await evaluationService.resolvers(stage.ground)['document']?.(circular.documentId)).toMatchObject({
      organizationId: COMMITTEE,
    }));

  it('leave out an honour that was withdrawn: another book replaces the one before', async () => {
    const whole = await make({ kind: 'certificates' });
    accepted(whole.handled);
    accepted((await make({ kind: 'plaque-list' })).handled);
    const [honour, kept] = (await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }))).honours;
    const honourId = honour?.honourId ?? '';
    const change = changeHonours(stage.decisions);
    const { proposalId, handled } = await change.propose(
      { honourId, act: 'WithdrawHonour', reason: 'sanctioned', effectiveOn: '2021-12-13', why: '经核查' },
      stage.call(),
    );
    accepted(handled);
    accepted(await change.carryOut('WithdrawHonour', { honourId, proposalId, why: '属实' }, stage.call(...INSPECTOR)));
    await stage.caughtUp();
    const fewer = await make({ kind: 'certificates' });
    expect(fewer.sha256).not.toBe(whole.sha256);
    expect((await listed()).filter((one) => one.startsWith('certificates'))).toEqual([
      'certificates pdf stands',
      'certificates pdf replaced',
    ]);
    expect(await told(whole.documentId)).toMatchObject({ version: 1, currentId: fewer.documentId });
    // A paper of the book before is checked by its number as well: what it says is what stands now.
    expect(await certificateStands(honourId)).toBe('withdrawn');
    expect(await certificateStands(kept?.honourId ?? '')).toBe('stands');
  });

  it('are taken back with a reason that nobody reads in the log', async () => {
    const withdraw = withdrawDocument(stage.decisions);
    const given = { documentId: circular.documentId, reason: 'wrong-content', why: '落款有误' };
    accepted(await withdraw(given, stage.call()));
    await stage.caughtUp();
    const { document } = await stage.documents.getDocument({ documentId: circular.documentId });
    expect(document).toMatchObject({ standing: 'withdrawn', reason: 'wrong-content', sha256: circular.sha256 });
    expect(refusalOf(await withdraw(given, stage.call()))).toMatch(/^DOCUMENT_WITHDRAWN/);
    const unknown = { ...given, documentId: '018f0000-0000-7000-8000-00000000abcd' };
    expect(refusalOf(await withdraw(unknown, stage.call()))).toMatch(/^DOCUMENT_NOT_FOUND/);
    const events = await stage.store.readStream(documentStream(documentsIdOf(ROUND, 'circular', 'pdf')));
    expect(events.map(({ dataBytes }) => dataBytes.toString('utf8')).join()).not.toContain('落款有误');
  });

  it('go with the decision that is annulled', async () => {
    const annul = annulDecision(stage.decisions);
    const { proposalId, handled } = await annul.propose(
      { roundId: ROUND, decisionId, reason: 'rule-misread', why: '误读办法' },
      stage.call(),
    );
    accepted(handled);
    accepted(await annul.carryOut({ roundId: ROUND, proposalId, why: '属实' }, stage.call(...INSPECTOR)));
    expect((await listed()).filter((one) => one.endsWith('stands'))).toEqual([]);
    expect(await told(circular.documentId)).toMatchObject({ version: 1, currentId: '', standing: 'withdrawn' });
    expect(refusalOf((await make()).handled)).toMatch(/^CIRCULAR_NOT_ISSUED/);
  });

  it('have a read model that is the same when rebuilt from zero', async () =>
    expect(await stage.readers.rebuildAndCompare('documents')).toMatchObject({ reader: 'documents', equal: true }));
});
