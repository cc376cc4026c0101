import type { BrowserContext } from 'playwright-core';
import { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import {
  ALL,
  membersOf,
  type Played,
  PlayedAppraisal,
  type Token,
  votingWorld,
} from '../../../test/journeys/democratic/played-democratic.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';

/** A democratic appraisal, or another poll, played by the API up to its vote: most members have their tokens, and one of unit a has not asked yet. */
export class VotedCampaign {
  readonly played: PlayedAppraisal;
  readonly now = morningOf(`${YEAR}-10-17`);

  /** Of whoever asked by the API, by his code. */
  readonly tokens: ReadonlyMap<string, Token>;

  private constructor(played: PlayedAppraisal, tokens: ReadonlyMap<string, Token>) {
    this.played = played;
    this.tokens = tokens;
  }

  static async start(poll?: Played): Promise<VotedCampaign> {
    const campaign = await Campaign.start(votingWorld());
    const played = new PlayedAppraisal(campaign, poll);
    const tokens = new Map<string, Token>();
    try {
      await played.toItsVote();
      for (const by of ALL.flatMap(membersOf).slice(1))
        tokens.set(by, await played.collect(by, await played.blinded(by)));
      await campaign.settled();
    } catch (error) {
      await campaign.stop();
      throw error;
    }
    return new VotedCampaign(played, tokens);
  }

  /** Who has not asked for his token yet. */
  get voter(): string {
    return membersOf('a')[0] ?? '';
  }

  get origin(): string {
    return this.played.campaign.play.platform.origin;
  }

  async stop(): Promise<void> {
    await this.played.campaign.stop();
  }

  /** Signs a browser in as somebody of the story, at a time of it. */
  async enter(context: BrowserContext, person: string, now: Date | string = this.now): Promise<void> {
    const { play } = this.played.campaign;
    await context.clock.setFixedTime(now);
    const login = play.world.people.find(({ code }) => code === person)?.login ?? person;
    const jar = await signIn(play.client, login, play.password(person));
    const cookies = await jar.getCookies(this.origin);
    await context.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: this.origin })));
  }
}
