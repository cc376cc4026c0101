import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@jiangong/access';
import { grantsOf } from '@jiangong/access/postgres';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork, WORK_KINDS } from '../src/application/list-work.ts';
import type { PersonHandled } from '../src/application/person-orders.ts';
import { FIRST_PERSON_ID as FIRST } from '../src/application/person-stream.ts';
import { BRANCH, type Membership, openMembership, ROOT } from './membership-stage.ts';

describe('what waits for whom about people', () => {
  let platform: Membership;
  const people: Record<string, string> = { officer: FIRST };
  const seen = new Set<string>();

  const as = (who: string, role: Role) =>
    platform.callOf(people[who] ?? '', {
      actor: { kind: 'person', id: people[who] ?? '', organization: ROOT, role, grant: null },
    });
  const ok = async (answer: PersonHandled | Promise<PersonHandled>): Promise<void> => {
    expect(await answer).toMatchObject({ kind: 'accepted' });
    await platform.caughtUp();
  };
  const register = async (name: string, organizationId: string, more: object = {}): Promise<string> => {
    const asked = { organizationId, name, ...more };
    const { personId, handled } = await platform.orders.register(asked, as('officer', 'committee-officer'));
    await ok(handled);
    return personId;
  };

  beforeAll(async () => {
    platform = await openMembership();
    await platform.orders.setUp({ organizationId: ROOT, name: '首任干部' }, platform.callOf(null));
    await platform.caughtUp();
    for (const [who, role, over] of [
      ['second', 'committee-officer', ROOT],
      ['leader', 'committee-leader', ROOT],
      ['secretary', 'branch-secretary', BRANCH],
    ] as const) {
      const personId = await register(who, ROOT);
      people[who] = personId;
      const given = { personId, role, organizationId: over };
      await ok((await platform.orders.roles.grant(given, as('officer', 'committee-officer'))).handled);
    }
    people['probationer'] = await register('预备党员', BRANCH, { stage: 'probationary', stageSince: '2025-03-01' });
  }, 90_000);
  afterAll(async () => platform.close());

  /** Everybody's work: what is not written down here waits for nobody. */
  const all = async (): Promise<readonly string[]> => {
    await platform.caughtUp();
    const told: string[] = [];
    for (const [who, personId] of Object.entries(people)) {
      const asker = { personId, grants: await grantsOf(platform.rows, personId), now: platform.clock.now() };
      for (const { kind, subjectId } of (await listWork(workKnowledge(platform.rows), asker)).items) {
        expect(subjectId).toBe(people['probationer']);
        seen.add(kind);
        told.push(`${who} ${kind}`);
      }
    }
    return told.toSorted();
  };

  it('a probation that is over waits for its branch; a correction of it for another office, and the probation no more', async () => {
    expect(await all()).toEqual(['secretary decide-probation']);
    const personId = people['probationer'] ?? '';
    const { corrections } = platform.orders;
    const asked = {
      personId,
      act: 'CorrectStage',
      stage: 'full',
      since: '2026-03-01',
      extended: false,
      reason: '误录',
    };
    const { proposalId, handled } = await corrections.propose(asked, as('officer', 'committee-officer'));
    await ok(handled);
    expect(await all()).toEqual(['leader carry-out-correction', 'secretary decide-probation']);
    await ok(corrections.carryOut({ personId, proposalId }, as('leader', 'committee-leader')));
    expect(await all()).toEqual([]);
  });

  it('an erasure waits for another officer, and for nobody once it is taken back', async () => {
    const personId = people['probationer'] ?? '';
    const { erasure } = platform.orders;
    await ok(erasure.request({ personId, reason: '本人申请' }, as('officer', 'committee-officer')));
    expect(await all()).toEqual(['second confirm-erasure']);
    await ok(erasure.withdraw({ personId, reason: '撤回' }, as('officer', 'committee-officer')));
    expect(await all()).toEqual([]);
    expect([...seen].toSorted()).toEqual([...WORK_KINDS].toSorted());
  });
});
