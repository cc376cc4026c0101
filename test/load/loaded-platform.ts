import { randomUUID } from 'node:crypto';
import { HttpClient } from '../journeys/demo/http/http-client.ts';
import { COMMITTEE, FIRST_OFFICER } from '../journeys/demo/world/people.ts';
import { planEntry } from '../journeys/demo/play/acts/planning.ts';
import { entryOf, SmallCampaign, UNIT_A, UNIT_B, YEAR } from '../journeys/bad-input/small-campaign.ts';

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

  /**
   * @param connectionsMax kept-alive connections to the gateway.
   * @param supervisor the compiled supervisor of another checkout, where two are compared.
   */
  static async start(connectionsMax: number, supervisor?: string): Promise<LoadedPlatform> {
    const campaign = await SmallCampaign.start({}, supervisor);
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

  /** Both units plan until the edition has so many entries, confirmed. */
  async planEntries(entries: number): Promise<void> {
    const { play } = this.campaign;
    for (let number = 4; play.entries.size < entries; number++)
      for (const unit of [UNIT_A, UNIT_B]) await planEntry(play, YEAR, entryOf(play.world, unit, number));
    await play.platform.untilQuiet();
  }

  /** Where one page of the edition's entries is. */
  entriesPath(pageSize = 20): string {
    const { play } = this.campaign;
    return `/v1/entries?organizationId=${play.organization(COMMITTEE)}&editionId=${play.edition(YEAR)}&pageSize=${pageSize}`;
  }

  /** A question that is asked often: one page of the edition's entries. */
  listEntries(): Promise<number> {
    return this.ask(this.entriesPath());
  }

  /** One question in the first officer's name. */
  async ask(path: string): Promise<number> {
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
