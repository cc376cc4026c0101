import { type EditionStory, isScored } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { decidedAwards, departuresOf, excellentUnits } from '../../world/expected-honours.ts';
import { type ExpectedEntry, expectedRanking } from '../../world/expected-result.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { AWARDS_PLAN, type AwardsPlan } from '../../world/scoring-scheme.ts';
import { expectRefusal } from '../expect-refusal.ts';
import type { Play } from '../play.ts';
import { meet } from './minutes.ts';
import type { FilledSheet } from './scoring.ts';

/** What the edition must end with, computed from the story alone. */
export type ExpectedEnd = Readonly<{
  year: number;
  ranking: readonly ExpectedEntry[];
  awards: readonly ExpectedEntry[];
  leaders: readonly string[];
  excellentUnits: readonly string[];
  documentNumber: string;
}>;

export const documentNumberOf = (year: number): string => `示直党发〔${year}〕${year - 2000}号（虚构）`;

/** The end that follows from the story and its sheets, reckoned apart from the platform. */
export const expectedEnd = (
  play: Play,
  { year, entries }: EditionStory,
  sheets: readonly FilledSheet[],
  plan: AwardsPlan = AWARDS_PLAN,
): ExpectedEnd => {
  const ranking = expectedRanking(entries.filter(isScored), sheets, play.people, plan);
  const awards = decidedAwards(ranking, departuresOf(ranking));
  const leaderOf = new Map(entries.map(({ code, leader }) => [code, leader]));
  const led = awards.filter(({ grade }) => grade !== null && plan.leaderGrades.includes(grade));
  const leaders = [...new Set(led.map(({ entry }) => leaderOf.get(entry) as string))];
  return {
    year,
    ranking,
    awards,
    leaders,
    excellentUnits: excellentUnits(awards, plan),
    documentNumber: documentNumberOf(year),
  };
};

/**
 * The committee tallies; the leadership decides as a body, departs once with reasons, and attests; whom it proposes is published
 * before the circular is issued.
 */
export const decide = async (
  play: Play,
  edition: EditionStory,
  sheets: readonly FilledSheet[],
): Promise<ExpectedEnd> => {
  const { year } = edition;
  const path = `/v1/rounds/${play.round(year)}`;
  const officer = play.as(FIRST_OFFICER);
  await officer.order({ path: `${path}/tally`, key: play.key(`tally ${year}`) });
  const { resultHash } = await officer.get<{ resultHash: string }>(`${path}/result`);
  const end = expectedEnd(play, edition, sheets);
  await play.platform.moveClock(morningOf(`${year}-12-15`));
  await meet(play, {
    roundId: play.round(year),
    name: String(year),
    resultHash,
    minutesNumber: `示直工委纪要〔${year}〕12号`,
    meetingOn: `${year}-12-14`,
    departures: departuresOf(end.ranking).map(({ entry, to, why }) => ({
      entryId: play.entry(entry).entryId,
      rule: to,
      reason: why,
    })),
  });
  const circular = { path: `${path}/circular`, body: { documentNumber: end.documentNumber } };
  await officer.order({ path: `${path}/proposal-notice`, key: play.key(`second notice ${year}`) });
  await expectRefusal(officer, 'NOTICE_RUNNING', { ...circular, method: 'POST', key: play.key(`too early ${year}`) });
  await play.platform.moveClock(morningOf(`${year}-12-23`));
  await officer.order({ ...circular, key: play.key(`circular ${year}`) });
  await play.platform.untilQuiet();
  play.progress.tell(`${year}: ${end.awards.length} entries awarded and commended by ${end.documentNumber}`);
  return end;
};
