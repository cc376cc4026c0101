import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@jiangong/access';
import { organizationPath } from '@jiangong/access/postgres';
import { append } from '@jiangong/messaging/testing';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { actorOf, type Campaign, openCampaign, OUTSIDER } from './campaign-stage.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { BRANCH, EVIDENCE, LEADER } from './domain/entry-sample.ts';

const [SECOND, AUTHOR] = [randomUUID(), randomUUID()] as [string, string];
const EXAMPLE = join(import.meta.dirname, '../../../libs/programmes/test/examples/p12a-lecture-contest.yaml');
/** A unit has two places, whichever of its branches takes them. */
const TEMPLATE = readFileSync(EXAMPLE, 'utf8').replace('by: nominator,', 'by: nominator, quota: {of: unit, count: 2},');
const DECLARING = '2021-06-02T02:00:00.000Z';

describe('branches that put forward by themselves', () => {
  let campaign: Campaign;
  const editionOf = async (template: string): Promise<string> => {
    const { useCases, call, asked } = campaign;
    const { templateHash } = await useCases.templates.adopt({ committeeId: COMMITTEE, template }, call('officer'));
    const opened = await useCases.editions.open(
      { ...asked, seriesId: randomUUID(), templateHash, parameters: {}, stages: [] },
      call('officer'),
    );
    if (opened.handled.kind === 'refused') throw new Error(JSON.stringify(opened.handled.refusal));
    return opened.editionId;
  };
  let editionId = '';
  let byUnits = '';
  const nominate = (nominatorId: string, author: string, by: string = nominatorId, into: string = editionId) => {
    const role = by === UNIT ? 'unit-officer' : 'branch-secretary';
    const actor = { ...actorOf('unit'), organization: by, role };
    return campaign.useCases.declarations.nominate(
      {
        ...{ editionId: into, nominatorId, track: 'lecture', subjectId: '', title: '微党课', answerable: [author] },
        ...{ summary: '讲述身边的故事。', evidence: [EVIDENCE], as: '', from: '', ownNoticeId: '' },
        documents: [{ document: 'video', sha256: EVIDENCE }],
      },
      campaign.call('unit', { actor }),
    );
  };
  const refused = async (answer: ReturnType<typeof nominate>) => {
    const { handled } = await answer;
    return handled.kind === 'refused' ? handled.refusal.reason : 'accepted';
  };

  /** Editions in which somebody of this role over an organization is awaited to nominate. */
  const waiting = async (role: Role, organizationId: string): Promise<readonly string[]> => {
    const { rows } = campaign.ground;
    const now = campaign.clock.now();
    const found = await organizationPath(rows, organizationId);
    const held = { grantId: 'g', personId: 'p', role, organizationId, organizationPath: found ?? '' };
    const grants = [{ ...held, from: '2021-01-01T00:00:00.000Z', until: null }];
    const { items } = await listWork(workKnowledge(rows), { personId: 'p', grants, now });
    return items
      .filter(({ kind }) => kind === 'nominate-entries')
      .map(({ editionId: of, done, total }) => `${of} ${done}/${total}`);
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    const { store, clock } = campaign;
    await append(store, `organizations.organization-${SECOND}`, {
      type: 'OrganizationFounded.v1',
      data: { organizationId: SECOND, parentId: UNIT, kind: 'branch', nameZh: '第二支部', nameEn: '', code: '' },
    });
    await append(store, `membership.person-${AUTHOR}`, {
      type: 'PersonRegistered.v1',
      data: { personId: AUTHOR, organizationId: SECOND, probation: false },
    });
    await campaign.caughtUp();
    clock.move('2021-01-05T02:00:00.000Z');
    editionId = await editionOf(TEMPLATE);
    byUnits = await editionOf(TEMPLATE.replace('role: branch-secretary', 'role: unit-officer'));
    await campaign.moveTo(DECLARING);
  }, 120_000);
  afterAll(async () => campaign.close());

  it('waits for each branch or unit that has put nothing forward, by the role that the template names', async () => {
    expect(await waiting('branch-secretary', BRANCH)).toEqual([`${editionId} 0/1`]);
    expect(await waiting('unit-officer', UNIT)).toEqual([`${byUnits} 0/1`]);
    // Also a secretary of several branches sees one line, and nobody sees what is another's to do.
    expect(await waiting('branch-secretary', UNIT)).toEqual([`${editionId} 0/2`]);
    expect(await waiting('committee-officer', COMMITTEE)).toEqual([]);
  });

  it("a unit's office does not put forward what the template leaves to branches", async () => {
    expect(await refused(nominate(BRANCH, LEADER, UNIT))).toBe('NOT_THIS_PARTY');
    expect(await refused(nominate(UNIT, LEADER, UNIT))).toBe('NOT_THIS_PARTY');
  });

  it('nobody answers for it who does not belong to the branch', async () => {
    expect(await refused(nominate(BRANCH, AUTHOR))).toBe('LEADER_OUTSIDE_UNIT');
    expect(await refused(nominate(BRANCH, OUTSIDER))).toBe('LEADER_OUTSIDE_UNIT');
  });

  it("stands at its branch, in its unit's list", async () => {
    const { entryId, handled } = await nominate(BRANCH, LEADER);
    expect(handled.kind).toBe('accepted');
    await campaign.caughtUp();
    const [row] = await campaign.ground.rows.query<object>(
      'select nominator_id as nominator, home_id as home, proposer_id as proposer from entry where entry_id = $1',
      [entryId],
    );
    expect(row).toEqual({ nominator: UNIT, home: UNIT, proposer: BRANCH });
  });

  it("takes a place of its unit's number, which its branches share", async () => {
    expect(await waiting('branch-secretary', UNIT)).toEqual([`${editionId} 1/2`]);
    expect(await refused(nominate(SECOND, AUTHOR))).toBe('accepted');
    await campaign.caughtUp();
    expect(await waiting('branch-secretary', UNIT)).toEqual([]);
    expect(await refused(nominate(SECOND, AUTHOR))).toBe('QUOTA_EXCEEDED');
    expect(await refused(nominate(BRANCH, LEADER))).toBe('QUOTA_EXCEEDED');
  });

  it('a unit does not go beyond its number by naming its branches one after the other', async () => {
    const answers: string[] = [];
    for (const [branch, author] of [
      [BRANCH, LEADER],
      [SECOND, AUTHOR],
      [UNIT, LEADER],
    ] as const)
      answers.push(await refused(nominate(branch, author, UNIT, byUnits)));
    expect(answers).toEqual(['accepted', 'accepted', 'QUOTA_EXCEEDED']);
  });
});
