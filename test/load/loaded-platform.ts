import { randomUUID } from 'node:crypto';
import { HttpClient } from '../journeys/demo/http/http-client.ts';
import { COMMITTEE, FIRST_OFFICER } from '../journeys/demo/world/people.ts';
import { SmallCampaign, YEAR } from '../journeys/bad-input/small-campaign.ts';

/** What an order came to: the status, and the id of its event where it was accepted. */
export type OrderAnswer = Readonly<{ status: number; retryAfter: string | undefined; eventId: string | undefined }>;

/**
 * The whole platform as it is run (built programs, a process a service, PostgreSQL with fsync on), set up with two units and an open
 * edition, and orders to load it with. Needs `npm run build`.
 */
export class LoadedPlatform {
  readonly campaign: SmallCampaign;
  readonly client: HttpClient;

  private constructor(campaign: SmallCampaign, connectionsMax: number) {
    this.campaign = campaign;
    this.client = new HttpClient(campaign.client.origin, connectionsMax);
  }

  /** @param connectionsMax kept-alive connections to the gateway. */
  static async start(connectionsMax: number): Promise<LoadedPlatform> {
    const campaign = await SmallCampaign.start();
    await campaign.reach('planned');
    return new LoadedPlatform(campaign, connectionsMax);
  }

  /** The committee founds a unit: one event on a new stream, and the tree grows. */
  foundUnit(): Promise<OrderAnswer> {
    const body = {
      parentId: this.campaign.play.organization(COMMITTEE),
      kind: 'unit',
      nameZh: '量测用单位（虚构）',
      nameEn: 'A unit to measure with (invented)',
      code: '',
    };
    return this.order(FIRST_OFFICER, '/v1/organizations', body);
  }

  /** A question that is asked often: one page of the edition's entries. */
  async listEntries(): Promise<number> {
    const { play } = this.campaign;
    const path = `/v1/entries?organizationId=${play.organization(COMMITTEE)}&editionId=${play.edition(YEAR)}`;
    const { status } = await this.client.send({
      method: 'GET',
      path,
      headers: { cookie: this.campaign.cookieOf(FIRST_OFFICER, path), accept: 'application/json' },
    });
    return status;
  }

  /** One order, sent once under a key of its own. */
  async order(by: string, path: string, body: unknown): Promise<OrderAnswer> {
    const answer = await this.client.send({
      method: 'POST',
      path,
      headers: {
        cookie: this.campaign.cookieOf(by, path),
        origin: this.client.origin,
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const retryAfter = answer.headers['retry-after'];
    const receipt =
      answer.status < 300
        ? (JSON.parse(answer.body.toString('utf8')) as { receipt?: { events?: readonly { eventId: string }[] } })
            .receipt
        : undefined;
    return {
      status: answer.status,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      eventId: receipt?.events?.[0]?.eventId,
    };
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.campaign.stop();
  }
}

/** The order must have been accepted; anything else would be measured as if it were work. */
export const accepted = (answer: OrderAnswer): OrderAnswer => {
  if (answer.status >= 300) throw new Error(`an order was answered ${answer.status}`);
  return answer;
};
