import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import { type Entry, entryOf } from '../../src/domain/entries/state.ts';
import {
  type DescribeEvidence,
  EVIDENCE_KINDS,
  type EvidenceDescribed,
  entryFilesDecider,
} from '../../src/domain/files/entry-files.ts';
import * as limits from '../../src/domain/limits.ts';
import { DAY, EDITION, terms, UNIT } from './edition-sample.ts';
import { EVIDENCE, fact, life, P1 } from './entry-sample.ts';

const { given } = deciderSpec(entryFilesDecider);
const after = (...facts: readonly EntriesFact[]): Entry | undefined =>
  entryOf(facts.reduce(entriesDecider.evolve, entriesDecider.initial), P1);

const describeFile: DescribeEvidence = {
  type: 'DescribeEvidence',
  ...{ now: DAY.delivery, terms, entryId: P1, entry: after(...life(fact.planned(), fact.confirmed())) },
  ...{ sha256: EVIDENCE, kind: 'photo', caption: '试点上线仪式' },
};
const described: EvidenceDescribed = {
  type: 'EvidenceDescribed.v1',
  data: {
    ...{ entryId: P1, editionId: EDITION, nominatorId: UNIT },
    ...{ sha256: EVIDENCE, kind: 'photo', prose: { caption: '试点上线仪式' } },
  },
};

describe('what a file of an entry shows', () => {
  it('is said in one line and by one of the kinds, and can be said again', () => {
    given().when(describeFile).then(described);
    given(described)
      .when({ ...describeFile, kind: 'other' })
      .then({ ...described, data: { ...described.data, kind: 'other' } });
    for (const kind of EVIDENCE_KINDS)
      given()
        .when({ ...describeFile, kind })
        .then({ ...described, data: { ...described.data, kind } });
  });

  it('is refused with the field at fault', () => {
    given()
      .when({ ...describeFile, kind: 'film' })
      .thenRefused({ reason: 'EVIDENCE_KIND_UNKNOWN', field: 'kind' });
    given()
      .when({ ...describeFile, caption: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'caption' });
    given()
      .when({ ...describeFile, sha256: 'x' })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'sha256' });
    given()
      .when({ ...describeFile, entry: undefined })
      .thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
  });

  it('of a candidate is described when the unit declares him, after the vote', () => {
    const planned = after(...life(fact.planned()));
    given()
      .when({ ...describeFile, entry: planned && { ...planned, standing: { kind: 'proposed' } } })
      .then(described);
  });

  it('does not change while others look at it', () => {
    const declared = after(...life(fact.planned(), fact.confirmed(), fact.declared()));
    given()
      .when({ ...describeFile, entry: declared })
      .thenRefused({ reason: 'ALREADY_DECLARED', field: 'entryId', details: { standing: 'declared' } });
    given()
      .when({ ...describeFile, terms: { ...terms, kind: 'closed' } })
      .thenRefused({ reason: 'EDITION_CLOSED' });
    given()
      .when({ ...describeFile, terms: { ...terms, kind: 'abandoned' } })
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });

  it('is said so often and not more', () => {
    given(...Array.from({ length: limits.DESCRIPTIONS_PER_ENTRY_MAX }, () => described))
      .when(describeFile)
      .thenRefused({ reason: 'TOO_MANY_DESCRIPTIONS', details: { max: limits.DESCRIPTIONS_PER_ENTRY_MAX } });
  });
});
