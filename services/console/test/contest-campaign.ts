import type { BrowserContext } from 'playwright-core';
import { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedContest } from '../../../test/journeys/contest/played-contest.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';

/** A live final on its morning: the jury sits, nothing is drawn. */
export class ContestCampaign {
  readonly played: PlayedContest;
  readonly now = morningOf(`${YEAR}-03-15`);

  private constructor(played: PlayedContest) {
    this.played = played;
  }

  static async start(): Promise<ContestCampaign> {
    const campaign = await Campaign.start();
    try {
      const played = new PlayedContest(campaign);
      await played.begin();
      return new ContestCampaign(played);
    } catch (error) {
      await campaign.stop();
      throw error;
    }
  }

  /** With pages that have something to show: one was heard and shown, one is closed, one is on the stage with a mark that is in. */
  static async underWay(): Promise<ContestCampaign> {
    const contest = await ContestCampaign.start();
    const { played } = contest;
    const next = async (): Promise<string> => (await played.look()).next ?? '';
    await played.campaign.order('officer-1', `${played.path}/draw`, { lot: '20240315' });
    const first = await next();
    await played.hear(first, 5_400, 3_600);
    await played.order(first, 'show');
    await played.hear(await next(), 5_000, 3_400);
    const there = await next();
    await played.order(there, 'call');
    await played.mark('expert-7', there, 5_500, 3_000);
    await played.campaign.settled();
    return contest;
  }

  get origin(): string {
    return this.played.campaign.play.platform.origin;
  }

  async stop(): Promise<void> {
    await this.played.campaign.stop();
  }

  /** Signs a browser in as somebody of the story, at its time. */
  async enter(context: BrowserContext, person: string): Promise<void> {
    const { play } = this.played.campaign;
    await context.clock.setFixedTime(this.now);
    const login = play.world.people.find(({ code }) => code === person)?.login ?? person;
    const jar = await signIn(play.client, login, play.password(person));
    const cookies = await jar.getCookies(this.origin);
    await context.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: this.origin })));
  }
}
