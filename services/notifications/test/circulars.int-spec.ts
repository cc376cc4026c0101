import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const entryHonour = (honourId: string, entryId: string) => ({
  ...{ honourId, entryId, to: 'entry', holderKind: 'project', holderId: `project of ${entryId}`, homeId: 'u1' },
  ...{ code: 'jiangong.first', gradeZh: '一等奖', gradeEn: 'First Prize' },
});
const honourOf = (honourId: string, holder: Readonly<Record<string, string>>) => ({
  ...{ honourId, homeId: 'u1', ...holder },
  ...{ code: 'jiangong.organizer', gradeZh: '优秀组织奖', gradeEn: 'Award for Excellent Organization' },
});
const FROM_CIRCULARS: readonly string[] = [
  ...['commendation-issued', 'entry-commended', 'leader-awarded', 'organization-awarded', 'pacesetter-named'],
];

describe('a circular', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;

  beforeAll(async () => {
    world = await openInboxStage();
  });
  afterAll(async () => world?.close());

  const commendations = async (personId: string): Promise<readonly string[]> =>
    (await world.inbox(personId)).messages
      .filter(({ template }) => FROM_CIRCULARS.includes(template))
      .map(({ template, subjectId, body }) => `${template} ${subjectId} ${body?.zh} ${body?.en}`)
      .toSorted();

  it('is told once to every unit, and each of its honours once to those whom it is for', async () => {
    await append(world.stage.store, 'evaluation.round-1', {
      type: 'CircularIssued.v1',
      data: {
        ...{ roundId: 'r1', editionId: 'e1', documentNumber: '〔2021〕30号' },
        honours: [
          entryHonour('h1', 'p1'),
          honourOf('h2', { to: 'leader', holderKind: 'person', holderId: 'lead-1', entryId: 'p1' }),
          honourOf('h3', { to: 'home', holderKind: 'organization', holderId: 'u1' }),
          honourOf('h4', { to: 'home', holderKind: 'organization', holderId: 'u1' }),
        ],
      },
    });
    await world.settled();
    const issued =
      'commendation-issued r1 “2021 年度”表彰通报已印发：〔2021〕30号。 The circular of “Edition 2021” has been issued: 〔2021〕30号.';
    const commended =
      'entry-commended p1 《“一网通办”提速》获突出业绩奖。 ‘“一网通办”提速’ has received the Outstanding Performance Award.';
    const organized =
      'organization-awarded u1 本单位在“2021 年度”中获优秀组织奖。 Your unit has received the Award for Excellent Organization of “Edition 2021”.';
    const led =
      'leader-awarded p1 您在“2021 年度”中被评为突出业绩项目带头人。 You are an outstanding entry leader of “Edition 2021”.';
    expect(await commendations('unit-1')).toStrictEqual([issued, commended, organized, organized]);
    expect(await commendations('unit-2')).toStrictEqual([issued]);
    expect(await commendations('branch-1')).toStrictEqual([commended]);
    expect(await commendations('lead-1')).toStrictEqual([commended, led]);
    expect(await commendations('officer')).toStrictEqual([]);
  });

  it('of a naming is told to the units that it names, and to nobody else', async () => {
    const before = await commendations('unit-1');
    await append(world.stage.store, 'evaluation.naming-1', {
      type: 'CircularIssued.v1',
      data: {
        ...{ roundId: 'n1', editionId: 'n1', documentNumber: '〔2022〕3号' },
        honours: [honourOf('h5', { to: 'entry', holderKind: 'organization', holderId: 'u2', entryId: 'u2' })],
      },
    });
    await world.settled();
    expect((await commendations('unit-2')).slice(1)).toStrictEqual([
      'pacesetter-named u2 本单位被命名为标兵单位。 Your unit has been named a pacesetter unit.',
    ]);
    expect(await commendations('unit-1')).toStrictEqual(before);
  });

  it('is told the same by an inbox rebuilt from zero, byte by byte', async () => {
    await world.settled();
    expect(await world.readers.rebuildAndCompare('inbox')).toMatchObject({ equal: true });
  });
});
