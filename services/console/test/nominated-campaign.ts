import type { BrowserContext } from 'playwright-core';
import { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import type { PlayedNominated } from '../../../test/journeys/played-nominated.ts';

/** An edition of units that are put forward and checked, played by the API up to a day on which its pages have something to show. */
export class NominatedCampaign<Played extends PlayedNominated> {
  readonly played: Played;
  #now: string;

  protected constructor(played: Played, day: string) {
    this.played = played;
    this.#now = morningOf(day);
  }

  get now(): string {
    return this.#now;
  }

  /** The story goes on to another day, which is the time of whoever signs in from then on. */
  async goOn(day: string): Promise<void> {
    await this.played.campaign.day(day);
    await this.played.campaign.settled();
    this.#now = morningOf(day);
  }

  /** A campaign as it was played; one that can not be played is stopped. */
  protected static async played<P extends PlayedNominated>(
    begin: (campaign: Campaign) => P,
    play: (played: P) => Promise<void>,
    foundedOn?: string,
    world?: World,
  ): Promise<P> {
    const campaign = await Campaign.start(world, foundedOn);
    try {
      const played = begin(campaign);
      await play(played);
      await campaign.settled();
      return played;
    } catch (error) {
      await campaign.stop();
      throw error;
    }
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
