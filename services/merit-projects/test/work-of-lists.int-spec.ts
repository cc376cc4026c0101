import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { append } from '@jiangong/messaging/testing';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { type Campaign, openCampaign, UNIT_OFFICER } from './campaign-stage.ts';
import { okIn } from './campaign-life.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { BRANCH } from './domain/entry-sample.ts';

const TEMPLATE = readFileSync(join(import.meta.dirname, '../../../libs/programmes/templates/fifty-years.yaml'), 'utf8');
const OTHER_UNIT = '18181818-1818-4818-8818-181818181818';
const NEIGHBOUR = '19191919-1919-4919-8919-191919191919';
const VETERANS = [randomUUID(), randomUUID()];
const [MADE, LOOKED_AT, OVER] = ['2021-04-02', '2021-04-12', '2021-05-11'].map((day) => `${day}T01:00:00.000Z`) as [
  ...[string, string, string],
];

describe('what waits for whom of a list of people', () => {
  let campaign: Campaign;
  let editionId = '';
  const KIND = 'confirm-listed';

  const workOf = async (personId: string): Promise<readonly string[]> => {
    const { rows } = campaign.ground;
    const grants = await grantsOf(rows, personId);
    const { items } = await listWork(workKnowledge(rows), { personId, grants, now: campaign.clock.now() });
    return items
      .filter(({ kind }) => kind === KIND)
      .map(({ subjectId, done, total }) => `${subjectId} ${done}/${total}`);
  };
  /** Of the unit on whose people's list it is, and of another. */
  const both = async () => [await workOf(UNIT_OFFICER), await workOf(NEIGHBOUR)];
  const entries = async (): Promise<readonly string[]> =>
    (
      await campaign.ground.rows.query<{ entry_id: string }>(
        'select entry_id from entry where edition_id = $1 order by entry_id',
        [editionId],
      )
    ).map(({ entry_id: id }) => id);

  beforeAll(async () => {
    campaign = await openCampaign();
    const { store, caughtUp, useCases, call, asked } = campaign;
    const other = { organizationId: OTHER_UNIT, parentId: COMMITTEE, kind: 'unit', nameZh: '', nameEn: '', code: '' };
    await append(store, `organizations.organization-${OTHER_UNIT}`, { type: 'OrganizationFounded.v1', data: other });
    for (const [personId, organizationId] of [
      [UNIT_OFFICER, UNIT],
      [NEIGHBOUR, OTHER_UNIT],
    ] as const)
      await append(store, `membership.person-${personId}`, {
        type: 'RoleGranted.v1',
        data: {
          ...{ grantId: `grant of ${personId}`, personId, role: 'unit-officer', organizationId, until: null },
          ...{ from: '2021-01-01T00:00:00.000Z', grantedBy: '' },
        },
      });
    for (const personId of VETERANS) {
      const stage = { personId, stage: 'full', since: '1960-07-01' };
      await append(store, `membership.person-${personId}`, {
        type: 'PersonRegistered.v1',
        data: { personId, organizationId: BRANCH },
      });
      await append(store, `membership.person-${personId}`, { type: 'MembershipStageChanged.v1', data: stage });
    }
    await caughtUp();
    const adopted = await useCases.templates.adopt({ committeeId: COMMITTEE, template: TEMPLATE }, call('officer'));
    const { templateHash } = adopted;
    const opened = await useCases.editions.open(
      { ...asked, seriesId: randomUUID(), templateHash, parameters: {}, stages: [] },
      call('officer'),
    );
    if (opened.handled.kind === 'refused') throw new Error(JSON.stringify(opened.handled.refusal));
    ({ editionId } = opened);
    await caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('nobody has to look at it before its stage, though it is made', async () => {
    await campaign.moveTo(MADE);
    expect(await entries()).toHaveLength(VETERANS.length);
    expect(await both()).toEqual([[], []]);
  });

  it('the unit looks at each of its own while the stage is open, and no other unit', async () => {
    const { moveTo, useCases, call } = campaign;
    await moveTo(LOOKED_AT);
    expect(await both()).toEqual([[`${editionId} 0/2`], []]);
    const [first = '', second = ''] = await entries();
    const confirm = (entryId: string) =>
      okIn(campaign)(useCases.plans.confirm({ entryId, opinion: '情况属实。' }, call()));
    await confirm(first);
    expect(await both()).toEqual([[`${editionId} 1/2`], []]);
    await confirm(second);
    expect(await both()).toEqual([[], []]);
  });

  it('it waits for nobody any more once the stage is over', async () => {
    await campaign.moveTo(OVER);
    expect(await both()).toEqual([[], []]);
  });
});
