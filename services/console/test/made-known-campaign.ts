import { createHash } from 'node:crypto';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, nominatorOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { deputyOf, DividedEdition, worldOfBodies } from './divided-edition.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const FOUNDED_ON = '2001-07-01';
const DECIDED_ON = `${YEAR}-12-22`;
/** Units that have decided before anybody looks. */
export const DECIDED: readonly Unit[] = ['a', 'b'];

/** Each unit makes known what it decided, by a notice and a circular of its own. */
const STAGES = `
  - {id: notice, act: notice, by: office, opens: +1y 01-02, closes: +1y 01-10, gap: 5}
  - {id: commend, act: commend, by: office, opens: +1y 01-11, closes: +1y 01-31}`;
const NOTICE = `
notices:
  - {id: proposed, after: decide, what: proposed, days: 5, clock: working, audience: internal, channels: [platform], objections: {form: written, evidence: required}, again: remaining}

documents:
  - {kind: circular, for: [passed]}
`;

const madeKnown = (template: string): string =>
  `${template
    .replace(/(- \{id: decide, act: decide,.*\})/u, `$1${STAGES}`)
    .replace('gives: level', 'gives: honour')}${NOTICE}`;

/** A check of branches by a list, over which units decide, publish and commend for themselves. */
class MadeKnownEdition extends DividedEdition {
  constructor(campaign: Campaign) {
    super(campaign, madeKnown);
  }

  /** The unit's body meets, and two of it attest. */
  async decide(unit: Unit): Promise<void> {
    const { campaign } = this;
    const [first, other] = [nominatorOf(unit), deputyOf(unit)];
    const path = `/v1/rounds/${await this.partOf(unit, first)}`;
    const { resultHash } = await campaign.get<{ resultHash: string }>(first, `${path}/result`);
    const minutesNumber = `示机关党委纪要〔${YEAR}〕${unit}`;
    const { decisionId } = await campaign.order<{ decisionId: string }>(first, `${path}/minutes`, {
      ...{ resultHash, minutesNumber, meetingOn: DECIDED_ON, departures: [], choices: [] },
      present: [first, other].map((person) => campaign.play.person(person)),
      file: createHash('sha256').update(minutesNumber).digest('hex'),
    });
    for (const person of [first, other]) await campaign.order(person, `${path}/decisions/${decisionId}/attestations`);
  }
}

/** Two units have decided over their parts and publish next. */
export class MadeKnownCampaign extends NominatedCampaign<MadeKnownEdition> {
  static async start(): Promise<MadeKnownCampaign> {
    const day = `${AFTER}-01-03`;
    const played = await NominatedCampaign.played(
      (campaign) => new MadeKnownEdition(campaign),
      async (edition) => {
        const { campaign } = edition;
        await edition.open();
        await campaign.day(`${YEAR}-02-03`);
        await campaign.settled();
        await campaign.day(DECIDED_ON);
        await campaign.settled();
        await edition.tally();
        for (const unit of DECIDED) await edition.decide(unit);
        await campaign.day(day);
      },
      FOUNDED_ON,
      worldOfBodies(),
    );
    return new MadeKnownCampaign(played, day);
  }

  /** The same campaign on a later day. */
  async on(day: string): Promise<MadeKnownCampaign> {
    await this.played.campaign.day(day);
    await this.played.campaign.settled();
    return new MadeKnownCampaign(this.played, day);
  }
}
