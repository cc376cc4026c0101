import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICER, wrongWorld } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { secretaryOf, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/branch-checklist.yaml');
const OPENED_AT = `${AFTER}-01-10`;
/** The list is closed, and meetings decide. */
const MET_AT = `${AFTER}-12-22`;
/** Before the day of the roll by more than the year that a branch must have existed. */
const FOUNDED_ON = '2001-07-01';

export const SECRETARY = secretaryOf('a');
/** Two of the branch of that secretary, who were at its meeting, and one of another branch. */
export const MEMBERS = [`${UNITS.a}-member-1`, `${UNITS.a}-member-2`] as const;
export const ELSEWHERE = `${UNITS.b}-member-1`;

const worldOfMembers = (): World => {
  const world = wrongWorld();
  const branchOf = (unit: string): string => world.units.find(({ code }) => code === unit)?.branches[0]?.code ?? unit;
  const member = (code: string, name: string, home: string): World['people'][number] => ({
    ...{ code, name, login: code, home, grants: [{ role: 'member', organization: home }] },
  });
  return {
    ...world,
    people: [
      ...world.people,
      member(MEMBERS[0], '陈一心（虚构）', branchOf(UNITS.a)),
      member(MEMBERS[1], '周同舟（虚构）', branchOf(UNITS.a)),
      member(ELSEWHERE, '林二为（虚构）', branchOf(UNITS.b)),
    ],
  };
};

/** A check of branches over which the meeting of each decides, and whose secretary puts it forward. */
const templateText = async (): Promise<string> => {
  const edits: readonly (readonly [from: string, to: string])[] = [
    ['id: branch-checklist\n', 'id: branch-met\n'],
    ['code: branch-checklist.passed', 'code: branch-met.passed'],
    [
      '  body: {role: unit-officer, scope: superior, least: 2, recuse: home}',
      '  body: {role: member, scope: home, least: 2, recuse: self}\n  branch: {role: branch-secretary, scope: home}',
    ],
    [
      'by: body, opens: 12-21, closes: 12-31}',
      'by: body, opens: 12-21, closes: 12-28}\n  - {id: put-forward, act: put-forward, by: branch, opens: 12-29, closes: +1y 01-10}',
    ],
  ];
  const text = edits.reduce((before, [from, to]) => before.replace(from, () => to), await readFile(TEMPLATE, 'utf8'));
  return `${text.trimEnd()}
  - {id: recommended, name: [推荐上报, Put forward], code: branch-met.recommended, gives: recommendation, to: entry, among: [passed], atLeast: $standard, decide: party, upTo: {level: superior}, shown: internal}
`;
};

type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string }>[] }>;
type Parts = Readonly<{ parts: readonly Readonly<{ partId: string; unitId: string }>[] }>;

/** Branches whose meetings have a result before them. */
export class MetCampaign extends NominatedCampaign<PlayedCivilized> {
  roundId = '';
  part = '';

  static async start(): Promise<MetCampaign> {
    let opened = '';
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async ({ campaign }) => {
        await campaign.day(OPENED_AT);
        const committeeId = campaign.play.organization(COMMITTEE);
        const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
          ...{ committeeId, template: await templateText() },
        });
        const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
          ...{ committeeId, seriesId: campaign.play.key('branch-met'), year: AFTER, templateHash, stages: [] },
          ...{ titleZh: '五好党支部（虚构）', titleEn: 'Five-good branches (invented)', parameters: {} },
        });
        opened = editionId;
        await campaign.day(`${AFTER}-02-05`);
        await campaign.settled();
        await campaign.day(MET_AT);
        await campaign.settled();
      },
      FOUNDED_ON,
      worldOfMembers(),
    );
    const met = new MetCampaign(played, MET_AT);
    await met.#tally(opened);
    return met;
  }

  async #tally(editionId: string): Promise<void> {
    const { campaign } = this.played;
    const { items } = await campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${editionId}`);
    this.roundId = items[0]?.roundId ?? '';
    await campaign.order(OFFICER, `/v1/rounds/${this.roundId}/tally`, {});
    await campaign.settled();
    const { parts } = await campaign.get<Parts>(OFFICER, `/v1/rounds/${this.roundId}/parts`);
    const branch = campaign.play.world.units.find(({ code }) => code === UNITS.a)?.branches[0]?.code ?? '';
    this.part = parts.find(({ unitId }) => unitId === campaign.play.organization(branch))?.partId ?? '';
  }
}
