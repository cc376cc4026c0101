import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import {
  type AddInspectionFile,
  type InspectionFileAdded,
  type InspectionFileRemoved,
  inspectionFilesDecider,
  type RemoveInspectionFile,
} from '../../src/domain/files/inspection-files.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, EDITION, terms, UNIT } from './edition-sample.ts';
import { EVIDENCE, P1 } from './entry-sample.ts';

const { given } = deciderSpec(inspectionFilesDecider);
const base = { now: DAY.review, by: BY.inspector, terms, entryId: P1, fileId: 'file-1' } as const;
const add: AddInspectionFile = {
  ...{ type: 'AddInspectionFile', ...base, clearanceId: 'clearance-1', sha256: EVIDENCE, caption: '谈话记录' },
};
const of = { entryId: P1, editionId: EDITION, nominatorId: UNIT, clearanceId: 'clearance-1' } as const;
const added = (fileId = 'file-1', clearanceId = 'clearance-1'): InspectionFileAdded => ({
  type: 'InspectionFileAdded.v1',
  data: {
    ...{ ...of, clearanceId, fileId, addedAt: DAY.review, addedBy: BY.inspector.personId },
    prose: { sha256: EVIDENCE, caption: '谈话记录' },
  },
});
const remove: RemoveInspectionFile = { ...base, type: 'RemoveInspectionFile', why: '误传。' };
const removed: InspectionFileRemoved = {
  type: 'InspectionFileRemoved.v1',
  data: { ...of, fileId: 'file-1', prose: { why: '误传。' } },
};

describe('what inspectors add to their opinions', () => {
  it('is added to one opinion, and taken back with a reason', () => {
    given().when(add).then(added());
    given(added()).when(remove).then(removed);
    given(added(), removed).when(remove).thenRefused({ reason: 'INSPECTION_FILE_NOT_FOUND', field: 'fileId' });
    given().when(remove).thenRefused({ reason: 'INSPECTION_FILE_NOT_FOUND', field: 'fileId' });
  });

  it('is added also where the year is over: what was found is kept with what was said', () => {
    given()
      .when({ ...add, terms: { ...terms, kind: 'closed' } })
      .then(added());
  });

  it('is the inspecting party’s alone', () => {
    for (const order of [add, remove])
      given(added())
        .when({ ...order, by: BY.officer })
        .thenRefused({ reason: 'NOT_THIS_PARTY', details: { act: 'clear', role: BY.officer.role } });
  });

  it('is refused with the field at fault', () => {
    given()
      .when({ ...add, sha256: 'x' })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'sha256' });
    given()
      .when({ ...add, caption: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'caption' });
    given(added())
      .when({ ...remove, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('is so much for one opinion and not more; another opinion has its own', () => {
    const full = Array.from({ length: limits.EVIDENCE_FILES_MAX }, (_, n) => added(`file-${n}`));
    given(...full)
      .when(add)
      .thenRefused({ reason: 'TOO_MANY_INSPECTION_FILES', details: { max: limits.EVIDENCE_FILES_MAX } });
    given(...full)
      .when({ ...add, clearanceId: 'clearance-2', fileId: 'file-x' })
      .then(added('file-x', 'clearance-2'));
  });
});
