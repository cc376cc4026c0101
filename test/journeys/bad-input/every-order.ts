import { NOWHERE } from './bad-request.ts';
import { badRequests } from './bad-requests.ts';
import { judgedAnswers } from './judged-answers.ts';
import { judgedAppeals } from './judged-appeals.ts';
import { judgedDeals } from './judged-deals.ts';
import type { JudgedEdition } from './judged-edition.ts';
import type { SmallCampaign } from './small-campaign.ts';

type Order = Readonly<{ method: string; path: string }>;

const id = (): string => NOWHERE;

/** As much of a played edition as the addresses of rows ask for; nothing is sent. */
const unplayed = {
  play: {
    ...{ edition: id, entry: () => ({ entryId: NOWHERE }), key: id, organization: id, person: id, round: id },
    world: { units: [{ branches: [{ code: '' }] }] },
  },
  ...{ entry: id, id, person: id, usedKey: NOWHERE, resultHash: 'a'.repeat(64), forgedCookie: '', endedCookie: '' },
  ...{ round: `/v1/rounds/${NOWHERE}`, seats: [NOWHERE, NOWHERE] },
  appeals: (_unit: string, rest = '') => `/v1/rounds/${NOWHERE}/entries/${NOWHERE}/appeals${rest}`,
};

/** `METHOD /path` of every row of both tables. */
export const triedOrders = (): readonly string[] =>
  [
    ...badRequests.map(({ send }) => send(unplayed as unknown as SmallCampaign)),
    ...[...judgedDeals, ...judgedAppeals, ...judgedAnswers].map(({ send }) =>
      send(unplayed as unknown as JudgedEdition),
    ),
  ].map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);

/** The orders that none of these tries, as `METHOD /path` with the names of what stands in the path. */
export const untried = (orders: readonly Order[], tried: readonly string[]): readonly string[] =>
  orders
    .filter(({ method, path }) => {
      const pattern = new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
      return !tried.some((one) => pattern.test(one));
    })
    .map(({ method, path }) => `${method} ${path}`);
