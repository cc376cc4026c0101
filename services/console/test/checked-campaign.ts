import type { BrowserContext } from 'playwright-core';
import { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, ALL, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';

/** An edition of civilized units, played by the API up to its check: findings and marks are there, and some are lacking. */
export class CheckedCampaign {
  readonly played: PlayedCivilized;
  readonly now = morningOf(`${AFTER}-02-18`);

  private constructor(played: PlayedCivilized) {
    this.played = played;
  }

  static async start(): Promise<CheckedCampaign> {
    const campaign = await Campaign.start();
    const played = new PlayedCivilized(campaign);
    try {
      await campaign.day(`${AFTER}-01-02`);
      await played.open();
      await campaign.day(`${AFTER}-01-06`);
      for (const unit of ALL) await played.nominate(unit);
      await campaign.day(`${AFTER}-02-03`);
      for (const unit of ALL) await played.clear(unit);
      await campaign.settled();
      await campaign.day(`${AFTER}-02-18`);
      await campaign.settled();
      await played.findRound();
      for (const unit of ['a', 'b'] as const) await played.review(unit);
      await played.find(OFFICER, 'b', played.finding('volunteering', '2024-03-05', 5));
      await played.find(INSPECTOR, 'b', played.finding('law', '2022-08-01'));
      await campaign.settled();
    } catch (error) {
      await campaign.stop();
      throw error;
    }
    return new CheckedCampaign(played);
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
