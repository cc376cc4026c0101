import { describe, expect, it } from '@jest/globals';
import { projectedEvent } from '@jiangong/read-models/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE_BYTES_MAX, EVIDENCE_MEDIA_TYPES } from '@jiangong/evidence';
import { tellMeritProjectFacts } from '../src/adapters/public-facts/tell-merit-project-facts.ts';
import { refusalTexts } from '../src/application/refusal-texts.ts';
import * as evidenceRule from '../src/domain/evidence/evidence-file.ts';
import { EDITION, UNIT } from './domain/edition-sample.ts';
import { LEADER, OBJECTION, P1, plan } from './domain/entry-sample.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const EDITION_TYPES = [
  'EditionOpened',
  'StageScheduled',
  'StageRescheduled',
  'StageOpened',
  'StageClosed',
  'LateEntryAllowed',
];

const told = (type: string): readonly { type: string; data: unknown }[] => {
  const { data } = JSON.parse(readFileSync(join(GOLDEN, `${type}.v1.json`), 'utf8')) as { data: unknown };
  const stream = EDITION_TYPES.includes(type) ? 'merit-projects.edition-1' : 'merit-projects.unit-edition-1';
  return tellMeritProjectFacts.translate(projectedEvent({ type: `${type}.v1`, data, stream }));
};
const ref = { entryId: P1, editionId: EDITION, unitId: UNIT };

describe('public facts', () => {
  it('an entry tells its ids, its title and who leads it when it enters evaluation', () => {
    expect(told('EntryEnteredEvaluation')).toEqual([
      {
        type: 'merit_projects.EntryEnteredEvaluation.v1',
        data: { ...ref, leaderPersonId: LEADER, title: plan.title },
      },
    ]);
  });

  it('a block tells that it is one, never why or against whom', () => {
    expect(told('EntryBlocked')).toEqual([{ type: 'merit_projects.EntryBlocked.v1', data: ref }]);
  });

  it('an objection tells neither who objects nor what is said', () => {
    expect(told('ObjectionReceived')).toEqual([
      {
        type: 'merit_projects.ObjectionReceived.v1',
        data: { ...ref, objectionId: OBJECTION, answerDueAt: '2021-11-30T16:00:00.000Z' },
      },
    ]);
    expect(told('ObjectionSettled')).toEqual([
      { type: 'merit_projects.ObjectionSettled.v1', data: { ...ref, objectionId: OBJECTION, outcome: 'rejected' } },
    ]);
  });

  it('the next version of a declaration is told as a declaration, another window as a schedule, late entry to nobody', () => {
    expect(told('EntryRedeclared')).toEqual([
      { type: 'merit_projects.EntryDeclared.v1', data: { ...ref, version: 2 } },
    ]);
    expect(told('StageRescheduled')).toMatchObject([{ type: 'merit_projects.StageScheduled.v1' }]);
    expect(told('LateEntryAllowed')).toEqual([]);
  });

  it('every entry fact is told under its ids, and nothing sealed passes', () => {
    const types = readdirSync(GOLDEN).map((name) => name.replace('.v1.json', ''));
    const entryTypes = types.filter(
      (type) => !EDITION_TYPES.includes(type) && !['EvidenceRegistered', 'SeriesBegun'].includes(type),
    );
    expect(entryTypes).toHaveLength(21);
    for (const type of entryTypes) {
      expect(told(type)).toMatchObject([{ data: ref }]);
      expect(JSON.stringify(told(type))).not.toContain('ciphertext');
    }
  });
});

it('the evidence that the rule book takes is what the evidence store lets in', () => {
  expect(evidenceRule.EVIDENCE_MEDIA_TYPES).toEqual(EVIDENCE_MEDIA_TYPES);
  expect(evidenceRule.EVIDENCE_BYTES_MAX).toBe(EVIDENCE_BYTES_MAX);
});

it('every refusal speaks Chinese and English', () => {
  for (const [reason, { zh, en }] of Object.entries(refusalTexts)) {
    expect([reason, zh]).toEqual([reason, expect.stringMatching(/\p{Script=Han}.*。$/u)]);
    expect([reason, en]).toEqual([reason, expect.stringMatching(/^[\x20-\x7e]+\.$/)]);
  }
});
