import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICER, wrongWorld } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import { secretaryOf, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/four-excellent.yaml');
const OPENED_AT = `${AFTER}-01-10`;
const FULL_SINCE = `${AFTER - 12}-07-01`;
/** The list is filled from February on. */
const FILLED_AT = `${AFTER}-02-05`;

/** One of a branch who holds no role and signs in, and a colleague of another branch. */
export const MEMBER = `${UNITS.a}-member`;
export const MEMBER_NAME = '陈一心（虚构）';
export const ELSEWHERE_NAME = '林二为（虚构）';
export const SECRETARY = secretaryOf('a');

const member = (code: string, name: string, home: string): World['people'][number] => ({
  ...{ code, name, login: code, home, grants: [], fullSince: FULL_SINCE },
});

/** The secretary of the branch is a member of it, as everybody in it is. */
const worldOfMembers = (): World => {
  const world = wrongWorld();
  const people = world.people.map((one) => (one.code === SECRETARY ? { ...one, fullSince: FULL_SINCE } : one));
  const branchOf = (unit: string): string => world.units.find(({ code }) => code === unit)?.branches[0]?.code ?? unit;
  return {
    ...world,
    people: [
      ...people,
      member(MEMBER, MEMBER_NAME, branchOf(UNITS.a)),
      member(`${UNITS.b}-member`, ELSEWHERE_NAME, branchOf(UNITS.b)),
    ],
  };
};

type Entries = Readonly<{ items: readonly Readonly<{ entryId: string; subjectId: string }>[] }>;
type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string }>[] }>;

/** Members of two branches whose lists are being filled. */
export class MarkedMembersCampaign extends NominatedCampaign<PlayedCivilized> {
  roundId = '';
  readonly #entries = new Map<string, string>();

  static async start(): Promise<MarkedMembersCampaign> {
    let opened = '';
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async ({ campaign }) => {
        await campaign.day(OPENED_AT);
        const committeeId = campaign.play.organization(COMMITTEE);
        const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
          ...{ committeeId, template: await readFile(TEMPLATE, 'utf8') },
        });
        const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
          ...{ committeeId, seriesId: campaign.play.key('four-excellent'), year: AFTER, templateHash, stages: [] },
          ...{ titleZh: '“四优”共产党员（虚构）', titleEn: 'Four-excellent members (invented)', parameters: {} },
        });
        opened = editionId;
        await campaign.day(FILLED_AT);
        await campaign.settled();
      },
      undefined,
      worldOfMembers(),
    );
    const marked = new MarkedMembersCampaign(played, FILLED_AT);
    await marked.#find(opened);
    return marked;
  }

  async #find(editionId: string): Promise<void> {
    const { campaign } = this.played;
    const { items: rounds } = await campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${editionId}`);
    this.roundId = rounds[0]?.roundId ?? '';
    const committee = campaign.play.organization(COMMITTEE);
    const { items } = await campaign.get<Entries>(
      OFFICER,
      `/v1/entries?organizationId=${committee}&editionId=${editionId}`,
    );
    for (const { entryId, subjectId } of items) this.#entries.set(subjectId, entryId);
  }

  /** The page of somebody's list. */
  list(person: string): string {
    const entry = this.#entries.get(this.played.campaign.play.person(person));
    if (entry === undefined) throw new Error(`${person} stands on no roll`);
    return `/rounds/${this.roundId}/checklists/${entry}`;
  }
}
