import { createHash } from 'node:crypto';
import { INSPECTOR, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { PlayedNominated, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');
const PROPOSING = `${YEAR}-03-21`;
const VOTING = `${YEAR}-04-20`;
const DECLARING = `${YEAR}-04-22`;
const PRESENT = 20;

/** Two members of the branch of unit a, of whom the second one is voted for less. */
export const [FAVOURITE, RUNNER_UP] = ['陈一心（虚构）', '周同舟（虚构）'] as const;
const VOTES: Readonly<Record<string, number>> = { [FAVOURITE]: 12, [RUNNER_UP]: 6 };

type Box = Readonly<{ sourceId: string; entries: readonly Readonly<{ entryId: string }>[] }>;
type Entries = readonly Readonly<{ entryId: string; title: string }>[];

/** Outstanding members: branches propose, vote on paper, and units declare; played up to the days of proposing. */
export class CandidatesCampaign extends NominatedCampaign<PlayedNominated> {
  #day = PROPOSING;

  static async start(): Promise<CandidatesCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) =>
        new PlayedNominated(campaign, {
          ...{ template: '../test/examples/p09-two-excellences', titleZh: '两优一先（虚构）' },
          ...{ titleEn: 'Outstanding members (invented)', summary: '', held: YEAR, windows: {} },
        }),
      async (edition) => {
        const { campaign } = edition;
        await campaign.day(`${YEAR}-02-20`);
        for (const name of [FAVOURITE, RUNNER_UP])
          await campaign.order(OFFICER, '/v1/people', {
            ...{ organizationId: campaign.play.organization(`${UNITS.a}-b1`), name },
            ...{ stage: 'full', stageSince: `${YEAR - 12}-07-01` },
          });
        await edition.open();
        await campaign.day(PROPOSING);
      },
    );
    return new CandidatesCampaign(played, PROPOSING);
  }

  get morning(): string {
    return morningOf(this.#day);
  }

  /** What the branches of unit a proposed. */
  async entries(): Promise<Entries> {
    const { campaign, editionId } = this.played;
    const unit = campaign.play.organization(UNITS.a);
    return (
      await campaign.get<{ items: Entries }>(OFFICER, `/v1/entries?editionId=${editionId}&organizationId=${unit}`)
    ).items;
  }

  async #on(day: string): Promise<void> {
    this.#day = day;
    await this.played.campaign.day(day);
    await this.played.campaign.settled();
  }

  /** The branch votes on paper, two count, and the unit may declare. */
  async vote(): Promise<void> {
    await this.#on(VOTING);
    const { campaign } = this.played;
    await this.played.findRound();
    const round = `/v1/rounds/${this.played.roundId}`;
    const { items } = await campaign.get<{ items: readonly Box[] }>(OFFICER, `${round}/paper-boxes`);
    const titles = new Map((await this.entries()).map(({ entryId, title }) => [entryId, title]));
    for (const { sourceId, entries } of items) {
      const of = `${round}/paper-boxes/${sourceId}/counts`;
      const papers = entries.map(({ entryId }) => {
        const votes = VOTES[titles.get(entryId) ?? ''] ?? 0;
        return { entryId, handedOut: PRESENT, found: PRESENT, invalid: 0, marks: [votes, PRESENT - votes] };
      });
      const { countId } = await campaign.order<{ countId: string }>(OFFICER, of, {
        entries: papers,
        evidence: [SHEET],
      });
      await campaign.order(INSPECTOR, `${of}/${countId}/confirmation`, {});
    }
    await this.#on(DECLARING);
    for (const { sourceId } of items) await campaign.order(OFFICER, `${round}/paper-boxes/${sourceId}/opening`, {});
    await campaign.order(OFFICER, `${round}/tally`, {});
    await campaign.settled();
  }
}
