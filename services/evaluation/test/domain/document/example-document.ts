import type { MakeDocument, WithdrawDocument } from '../../../src/domain/document/orders.ts';

export const NOW = '2021-12-21T02:00:00.000Z';
export const OFFICER = { personId: 'officer-1', role: 'committee-officer' } as const;

export const document: MakeDocument['document'] = {
  documentsId: '60000000-0000-4000-8000-000000000001',
  documentId: '61000000-0000-4000-8000-000000000001',
  roundId: '10000000-0000-4000-8000-000000000001',
  kind: 'circular',
  format: 'pdf',
  editionId: '20000000-0000-4000-8000-000000000001',
  decisionId: '50000000-0000-4000-8000-000000000001',
  documentNumber: '吉直党发〔2021〕30号',
  sha256: 'a'.repeat(64),
  bytes: 68_380,
  template: '2026-11-28',
  copies: '省委组织部',
};

export const make = (over: Partial<MakeDocument['document']> = {}): MakeDocument => ({
  type: 'MakeDocument',
  by: OFFICER,
  now: NOW,
  document: { ...document, ...over },
});

export const withdraw = (over: Partial<WithdrawDocument> = {}): WithdrawDocument => ({
  type: 'WithdrawDocument',
  by: OFFICER,
  now: NOW,
  documentId: document.documentId,
  reason: 'wrong-content',
  why: '抄送单位有误',
  ...over,
});
