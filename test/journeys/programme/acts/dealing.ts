import type { PlayedEdition } from '../edition.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { Panel } from './panels.ts';

/** Said publicly by whoever is there. */
const LOT = '20240511';

/** What a deal followed from and came to, as the office reads it. */
export type Deal = Readonly<Record<string, unknown>>;

/** Where each entry is judged by some of them, the platform deals them out before anybody writes. */
export const dealOut = async (edition: PlayedEdition, roundId: string, panels: readonly Panel[]): Promise<void> => {
  if (panels.every(({ filling }) => filling.assignEach === null)) return;
  await edition.order(FIRST_OFFICER, `/v1/rounds/${roundId}/dealing`, { lot: LOT });
  await edition.play.platform.untilQuiet();
};

/** Every deal with all that it followed from. */
export const readDeals = async (edition: PlayedEdition, roundId: string): Promise<readonly Deal[]> => {
  const path = `/v1/rounds/${roundId}/dealing`;
  const { deals } = await edition.get<{ deals: readonly Readonly<{ number: number }>[] }>(FIRST_OFFICER, path);
  return Promise.all(deals.map(({ number }) => edition.get<Deal>(FIRST_OFFICER, `${path}/deals/${number}`)));
};
