import { isDeclared } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { expectedPacesetters } from '../../world/expected-honours.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import type { Play } from '../play.ts';
import type { ExpectedEnd } from './decision.ts';
import { meet } from './minutes.ts';
import { adoptTemplate } from './templates.ts';

export type Pacesetters = Readonly<{ once: readonly string[]; everyYear: readonly string[] }>;

/** 2026: pacesetter units over the series: both readings computed, the default one applied; the leadership meets over the list. */
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
  const nextYear = lastYear + 1;
  const officer = play.as(FIRST_OFFICER);
  await play.platform.moveClock(morningOf(`${nextYear}-02-10`));
  const { roundId, resultHash } = await officer.order<{ roundId: string; resultHash: string }>({
    path: `/v1/series/${play.key('series')}/naming`,
    key: play.key('naming'),
    body: {
      firstYear: Math.min(...years.map(({ year }) => year)),
      lastYear,
      templateHash: await adoptTemplate(play, 'pacesetters'),
    },
  });
  await play.platform.untilQuiet();
  await play.platform.moveClock(morningOf(`${nextYear}-02-12`));
  await meet(play, {
    roundId,
    name: 'naming',
    resultHash,
    minutesNumber: `示直工委纪要〔${nextYear}〕2号`,
    meetingOn: `${nextYear}-02-11`,
    departures: [],
  });
  await officer.order({
    path: `/v1/rounds/${roundId}/circular`,
    key: play.key('naming circular'),
    body: { documentNumber: `示直党发〔${nextYear}〕2号（虚构）` },
  });
  await play.platform.untilQuiet();
  play.progress.tell(`${nextYear}: pacesetter units named`);
  return expectedPacesetters(
    years,
    units.map(({ code }) => code),
  );
};
