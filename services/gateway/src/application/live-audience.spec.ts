import type { Grant, Role } from '@jiangong/access';
import { describe, expect, it } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsOf, mayHear } from './live-audience.ts';

/** Ids of things, which name neither a person nor an organization. A subject is never told without its nominator. */
const THINGS: readonly string[] = [
  ...['edition_id', 'template_id', 'stage_id', 'series_id', 'notice_id', 'entry_id', 'entry_ids', 'subject_id'],
  ...['objection_id', 'proposal_id', 'round_id', 'seat_id', 'seat_ids', 'source_id', 'decision_id'],
  ...['milestone_id', 'milestone_ids'],
  ...['honour_id', 'honour_ids', 'grant_id', 'appointment_id', 'request_id'],
];
const PROTO = join(import.meta.dirname, '../../../../proto/jiangong');
/** Every field of a public fact that holds an id of somebody. */
const NAMING_SOMEBODY = [
  ...new Set(
    globSync('*/events/v1/*.proto', { cwd: PROTO })
      .flatMap((file) => [...readFileSync(join(PROTO, file), 'utf8').matchAll(/ (\w+_ids?) = \d+;/gu)])
      .map(([, field = '']) => field),
  ),
].filter((field) => !THINGS.includes(field));

const NOW = '2024-06-01T00:00:00.000Z';
const fact = (data: unknown): PublicFact => ({
  position: 1,
  ordinal: 0,
  context: 'merit_projects',
  stream: 's',
  revision: 0,
  eventId: 'e',
  type: 'merit_projects.EntryDeclared.v1',
  data,
  occurredAt: NOW,
  correlationId: 'c',
  traceparent: null,
});
const grant = (role: Role, organizationPath: string, until: string | null = null): Grant => ({
  grantId: 'g',
  personId: 'me',
  role,
  organizationId: organizationPath.split('/').at(-2) ?? '',
  organizationPath,
  from: '2024-01-01T00:00:00.000Z',
  until,
});
const paths = new Map([
  ['u1', '/root/u1/'],
  ['u10', '/root/u10/'],
]);
const hears = (data: unknown, ...grants: Grant[]) =>
  mayHear(fact(data), { personId: 'me', grants, now: NOW }, (id) => paths.get(id));

describe('who hears of a change', () => {
  it('a unit officer hears of the own unit and of no unit that only looks alike', () => {
    expect(hears({ entryId: 'p', nominatorId: 'u1' }, grant('unit-officer', '/root/u1/'))).toBe(true);
    expect(hears({ entryId: 'p', nominatorId: 'u10' }, grant('unit-officer', '/root/u1/'))).toBe(false);
  });

  it('a member or an expert hears only what concerns the own person', () => {
    for (const role of ['member', 'expert', 'operator'] as const) {
      expect(hears({ entryId: 'p', nominatorId: 'u1' }, grant(role, '/root/'))).toBe(false);
      expect(
        hears({ entryId: 'p', nominatorId: 'u1', answerablePersonIds: ['lead', 'me'] }, grant(role, '/root/')),
      ).toBe(true);
    }
  });

  it("nobody hears of another evaluator's sheet", () => {
    expect(hears({ roundId: 'r', personId: 'other' }, grant('committee-officer', '/root/'))).toBe(false);
    expect(hears({ roundId: 'r', personId: 'me' })).toBe(true);
  });

  it('a grant that has ended does not reach', () => {
    expect(hears({ nominatorId: 'u1' }, grant('unit-officer', '/root/u1/', '2024-05-01T00:00:00.000Z'))).toBe(false);
  });

  it('what concerns everybody reaches everybody', () => {
    expect(hears({ editionId: 'e', act: 'score' })).toBe(true);
  });

  it.each(NAMING_SOMEBODY)('what says whom it is about by %s is not heard by a stranger', (field) => {
    const name = field.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
    expect(hears({ entryId: 'p', [name]: field.endsWith('s') ? ['other'] : 'other' })).toBe(false);
  });

  it('ids are sent, contents are not', () => {
    expect(idsOf({ entryId: 'p', title: '标题', nominatorId: 'u1', rank: 3, resultHash: 'x' })).toEqual({
      entryId: 'p',
      nominatorId: 'u1',
    });
  });
});
