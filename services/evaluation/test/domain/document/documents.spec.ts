import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { documentsDecider } from '../../../src/domain/document/decider.ts';
import type { DocumentFact, DocumentMade } from '../../../src/domain/document/facts.ts';
import { DOCUMENT_VERSIONS_MAX } from '../../../src/domain/document/limits.ts';
import { document, make, NOW, OFFICER, withdraw } from './example-document.ts';

const { given } = deciderSpec(documentsDecider);
const made = (over: Partial<DocumentMade['data']> = {}): DocumentMade => ({
  type: 'DocumentMade.v1',
  data: { ...document, replaces: null, madeAt: NOW, madeBy: OFFICER.personId, role: OFFICER.role, ...over },
});
const { documentsId, documentId, roundId } = document;
const withdrawnBy = {
  documentsId,
  documentId,
  roundId,
  withdrawnAt: NOW,
  withdrawnBy: 'officer-1',
  role: OFFICER.role,
};
const withdrawn: DocumentFact = {
  type: 'DocumentWithdrawn.v1',
  data: { ...withdrawnBy, reason: 'wrong-content', prose: { why: '抄送单位有误' } },
};
const other = { documentId: 'd2', sha256: 'b'.repeat(64) };

describe('a document', () => {
  it('is made and known by its hash', () => given().when(make()).then(made()));

  it('is the same document when it is made of the same again', () =>
    given(made())
      .when(make({ documentId: 'another' }))
      .then());

  it('is another one when its contents are others, and replaces the one before', () =>
    given(made())
      .when(make(other))
      .then(made({ ...other, replaces: documentId })));

  it('replaces nothing that was withdrawn, and is made again after it', () =>
    given(made(), withdrawn).when(make(other)).then(made(other)));

  it('of another decision is another document, were its bytes the same', () =>
    given(made())
      .when(make({ documentId: 'd2', decisionId: 'later' }))
      .then(made({ documentId: 'd2', decisionId: 'later', replaces: documentId })));

  it('names those who get a copy in one line', () => {
    given()
      .when(make({ copies: '甲\n乙' }))
      .thenRefused({ reason: 'TEXT_MALFORMED', field: 'copies' });
    given()
      .when(make({ copies: '甲'.repeat(301) }))
      .thenRefused({ reason: 'TEXT_TOO_LONG', field: 'copies' });
  });

  it('is made so often and no more', () => {
    const many = Array.from({ length: DOCUMENT_VERSIONS_MAX }, (_, at) =>
      made({ documentId: `d${at}`, sha256: String(at) }),
    );
    given(...many)
      .when(make())
      .thenRefused({ reason: 'TOO_MANY_DOCUMENTS', field: 'kind' });
  });
});

describe('taking a document back', () => {
  it('has a reason, and keeps its file', () => given(made()).when(withdraw()).then(withdrawn));
  it('is possible for one that was replaced', () =>
    given(made(), made({ ...other, replaces: documentId }))
      .when(withdraw())
      .then(withdrawn));
  it('happens once', () =>
    given(made(), withdrawn).when(withdraw()).thenRefused({ reason: 'DOCUMENT_WITHDRAWN', field: 'documentId' }));
  it('names a document that is there', () =>
    given(made())
      .when(withdraw({ documentId: 'none' }))
      .thenRefused({ reason: 'DOCUMENT_NOT_FOUND', field: 'documentId' }));
  it('names a reason of the list and says why', () => {
    given(made())
      .when(withdraw({ reason: 'ugly' }))
      .thenRefused({ reason: 'DOCUMENT_REASON_UNKNOWN', field: 'reason' });
    given(made())
      .when(withdraw({ why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
});

describe('a document of a decision that was annulled', () => {
  const order = { type: 'WithdrawWithDecision', by: OFFICER, now: NOW, decisionId: document.decisionId } as const;
  it('goes with it', () =>
    given(made())
      .when(order)
      .then({ type: 'DocumentWithdrawn.v1', data: { ...withdrawnBy, reason: 'decision-annulled', prose: null } }));
  it('goes once, and none of another decision goes', () => {
    given(made(), withdrawn).when(order).then();
    given(made({ decisionId: 'later' }))
      .when(order)
      .then();
    given().when(order).then();
  });
  it('leaves the newest of another decision alone', () =>
    expect(documentsDecider.evolve(documentsDecider.initial, made()).documents[0]?.standing).toBe('stands'));
});
