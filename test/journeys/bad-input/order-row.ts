import { COMMITTEE, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, secretary, type Sent } from './bad-request.ts';
import { type Moment, type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

/** What the places of an order stand for: `{entry}` is the first entry of the first unit. */
const PLACES: Readonly<Record<string, (campaign: SmallCampaign) => string>> = {
  unit: ({ play }) => play.organization(UNIT_A),
  other: ({ play }) => play.organization(UNIT_B),
  committee: ({ play }) => play.organization(COMMITTEE),
  secretary: ({ play }) => play.person(secretary),
  officer: ({ play }) => play.person(FIRST_OFFICER),
  expert: ({ play }) => play.person('expert-7'),
  edition: ({ play }) => play.edition(YEAR),
  round: ({ play }) => play.round(YEAR),
  entry: (campaign) => campaign.entry(UNIT_A, 1),
  waiting: (campaign) => campaign.entry(UNIT_A, 3),
  series: ({ play }) => play.key('series'),
  nowhere: () => NOWHERE,
  hash: () => 'a'.repeat(64),
};

const filled = (text: string, campaign: SmallCampaign): string =>
  text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const place = PLACES[name];
    if (place === undefined) throw new Error(`nothing is called ${name}`);
    return place(campaign);
  });

/** One bad order: its name, who gives it, the order itself as `METHOD /path`, what it says, and how it is refused. */
export type BadOrder = readonly [
  name: string,
  as: string,
  order: string,
  body: object | undefined,
  refusal: readonly [status: number, reason: string, field: string | null],
];

const sentAs =
  (order: string, body: object | undefined) =>
  (campaign: SmallCampaign): Sent => {
    const [method, path = ''] = order.split(' ');
    return {
      method: method as Sent['method'],
      path: filled(path, campaign),
      ...(body && { body: JSON.parse(filled(JSON.stringify(body), campaign)) as unknown }),
    };
  };

/** Rows of one moment of the edition; in paths and bodies `{entry}` and its like are filled in. */
export const ordersAt = (at: Moment, orders: readonly BadOrder[]): readonly BadRequest[] =>
  orders.map(([name, as, order, body, [status, reason, field]]) => ({
    ...{ name, at, as, send: sentAs(order, body), status, reason, field },
  }));
