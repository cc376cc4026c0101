import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { codesDecider, type HandOutCodes, type RecallCodes } from '../../src/domain/codes/codes.ts';
import type { CodesFact } from '../../src/domain/codes/facts.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { CODES_PER_ORDER_MAX, REGISTERED_PER_HOME_MAX } from '../../src/domain/limits.ts';
import { BY, DAY, EDITION, terms as sample, UNIT } from './edition-sample.ts';

const { given } = deciderSpec(codesDecider);
const terms: EditionTerms = { ...sample, tables: { ...sample.tables, intake: 'register' } };
const hash = (number: number): string => String(number).padStart(64, '0');
const hashes = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => hash(at + 1));
const handOut = (more: Partial<HandOutCodes> = {}): HandOutCodes => ({
  ...{ type: 'HandOutCodes', now: DAY.planning, by: BY.officer, terms, batchId: 'batch-1', organizationId: UNIT },
  hashes: hashes(3),
  ...more,
});
const recall = (more: Partial<RecallCodes> = {}): RecallCodes => ({
  ...{ type: 'RecallCodes', terms, batchId: 'batch-1', numbers: [2], why: '遗失。' },
  ...more,
});
const handedOut = (count = 3, batchId = 'batch-1'): CodesFact => ({
  type: 'CodesHandedOut.v1',
  data: { editionId: EDITION, batchId, organizationId: UNIT, hashes: hashes(count) },
});
const recalled = (...numbers: readonly number[]): CodesFact => ({
  type: 'CodesRecalled.v1',
  data: { editionId: EDITION, batchId: 'batch-1', numbers, prose: { why: '遗失。' } },
});

describe('codes by which people without an account enter works', () => {
  it('are handed out by the office, by their hashes alone, and until nothing could be entered by them any more', () => {
    given().when(handOut()).then(handedOut());
    given()
      .when(handOut({ by: BY.unit }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when(handOut({ now: DAY.review }))
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });

  it('are handed out in no edition that takes entries in otherwise, nor in one that has ended', () => {
    given()
      .when(handOut({ terms: sample }))
      .thenRefused({ reason: 'INTAKE_NOT_BY_CODE', field: 'editionId' });
    given()
      .when(handOut({ terms: { ...terms, kind: 'closed' } }))
      .thenRefused({ reason: 'EDITION_CLOSED' });
    given(handedOut())
      .when(recall({ terms: { ...terms, kind: 'abandoned' } }))
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });

  it('are so many an order, and so many a unit; what is recalled makes room', () => {
    for (const count of [0, CODES_PER_ORDER_MAX + 1])
      given()
        .when(handOut({ hashes: hashes(count) }))
        .thenRefused({ reason: 'CODE_COUNT_INVALID', field: 'count', details: { max: CODES_PER_ORDER_MAX } });
    const full = handedOut(REGISTERED_PER_HOME_MAX);
    const one = handOut({ batchId: 'batch-2', hashes: hashes(1) });
    given(full).when(one).thenRefused({ reason: 'TOO_MANY_CODES', field: 'count' });
    given(full, recalled(7)).when(one).then(handedOut(1, 'batch-2'));
  });

  it('are recalled by their numbers, or all that still hold, with a reason, once', () => {
    given(handedOut()).when(recall()).then(recalled(2));
    given(handedOut(), recalled(2))
      .when(recall({ numbers: [] }))
      .then(recalled(1, 3));
    given(handedOut(), recalled(2)).when(recall()).thenRefused({ reason: 'CODES_RECALLED_ALREADY', field: 'numbers' });
    given(handedOut())
      .when(recall({ why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(handedOut())
      .when(recall({ numbers: [1, 4] }))
      .thenRefused({ reason: 'CODE_NUMBER_UNKNOWN', field: 'numbers[1]', details: { count: 3 } });
    given().when(recall()).thenRefused({ reason: 'CODE_BATCH_NOT_FOUND', field: 'batchId' });
  });
});
