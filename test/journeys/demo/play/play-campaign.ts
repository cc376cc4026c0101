import { morningOf } from '../world/edition-calendar.ts';
import { declareEntries } from './acts/declaration.ts';
import { decide, type ExpectedEnd } from './acts/decision.ts';
import { deliver } from './acts/delivery.ts';
import { namePacesetters, type Pacesetters } from './acts/naming.ts';
import { giveNotice } from './acts/notice.ts';
import { plan } from './acts/planning.ts';
import { review } from './acts/review.ts';
import { assignSeats, score } from './acts/scoring.ts';
import type { Play } from './play.ts';
import { setUp } from './set-up.ts';

export type PlayedCampaign = Readonly<{ ends: readonly ExpectedEnd[]; pacesetters: Pacesetters | undefined }>;

/** The naming looks at the whole series. */
const SERIES_YEARS = 5;

/** The whole job: set-up, every edition from plan to commendation, and the naming when all five years were played. */
export const playCampaign = async (play: Play): Promise<PlayedCampaign> => {
  await setUp(play);
  const ends: ExpectedEnd[] = [];
  for (const edition of play.world.editions) {
    await plan(play, edition);
    await deliver(play, edition);
    await declareEntries(play, edition);
    await review(play, edition);
    await giveNotice(play, edition);
    await assignSeats(play, edition.year);
    const sheets = await score(play, edition);
    ends.push(await decide(play, edition, sheets));
    // The year is over and with it the last stage of its edition.
    await play.platform.moveClock(morningOf(`${edition.year + 1}-01-04`));
  }
  // The template's own stages after the decision run into the next year.
  const lastYear = Math.max(...play.world.editions.map(({ year }) => year));
  await play.platform.moveClock(morningOf(`${lastYear + 1}-02-01`));
  await play.platform.untilQuiet();
  const pacesetters = ends.length === SERIES_YEARS ? await namePacesetters(play, ends) : undefined;
  return { ends, pacesetters };
};
