import { isDeclared } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { expectedPacesetters } from '../../world/expected-honours.ts';
import { LEADERS } from '../../world/people.ts';
import type { Play } from '../play.ts';
import type { ExpectedEnd } from './decision.ts';

export type Pacesetters = Readonly<{ once: readonly string[]; everyYear: readonly string[] }>;

/** 2026: pacesetter units over the series, both readings computed, the default one applied. */
export const namePacesetters = async (play: Play, ends: readonly ExpectedEnd[]): Promise<Pacesetters> => {
  const { editions, units } = play.world;
  const years = editions.map(({ year, entries }) => ({
    year,
    declared: new Set(
      entries.filter((entry) => isDeclared(entry) && entry.fate !== 'withdrawn').map(({ unit }) => unit),
    ),
    firstPrizes: new Set(
      ends
        .filter((end) => end.year === year)
        .flatMap(({ awards }) => awards)
        .filter(({ grade }) => grade === 'first')
        .map(({ unit }) => unit),
    ),
  }));
  const lastYear = Math.max(...years.map(({ year }) => year));
  await play.platform.moveClock(morningOf(`${lastYear + 1}-02-10`));
  await play.as('leader-1').order({
    path: `/v1/series/${play.key('series')}/naming`,
    key: play.key('naming'),
    body: {
      firstYear: Math.min(...years.map(({ year }) => year)),
      lastYear,
      reading: 'first-prize-once',
      minutesNumber: `示直工委纪要〔${lastYear + 1}〕2号`,
      heldOn: `${lastYear + 1}-02-09`,
      present: Array.from({ length: LEADERS }, (_, index) => play.person(`leader-${index + 1}`)),
    },
  });
  await play.platform.untilQuiet();
  play.progress.tell(`${lastYear + 1}: pacesetter units named`);
  return expectedPacesetters(
    years,
    units.map(({ code }) => code),
  );
};
