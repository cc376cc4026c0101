import type { ExpectedEnd } from '../../../../test/journeys/demo/play/acts/decision.ts';
import { departuresOf } from '../../../../test/journeys/demo/world/expected-honours.ts';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { AWARDS_PLAN } from '../../../../test/journeys/demo/world/scoring-scheme.ts';
import type { EditionRoom } from './edition-room.ts';
import { YEAR } from './small-story.ts';

const HUNDREDTHS = 100;
const LEADER = '突出业绩项目带头人';
const ORGANIZER = '优秀组织奖';

export const gradeName = (grade: string): string => AWARDS_PLAN.grades.find(({ id }) => id === grade)?.nameZh ?? '';

const storyOf = ({ edition }: EditionRoom, code: string): EntryStory => {
  const story = edition.entries.find((entry) => entry.code === code);
  if (story === undefined) throw new Error(`the story knows no ${code}`);
  return story;
};

export const titleOf = (room: EditionRoom, code: string): string => storyOf(room, code).title;

const unitName = ({ play }: EditionRoom, unit: string): string =>
  play.world.units.find(({ code }) => code === unit)?.nameZh ?? unit;

/** The demo's own reckoning as the page of the result writes it: rank, project, points, award. */
export const rankingAsWritten = (room: EditionRoom, { ranking }: ExpectedEnd): readonly (readonly string[])[] =>
  ranking.map(({ entry, rank, score, grade }) => [
    String(rank),
    titleOf(room, entry),
    (score / HUNDREDTHS).toFixed(2),
    grade === null ? '—' : gradeName(grade),
  ]);

/** All awards of the demo's own reckoning as a page tells them, award by award. */
export const awardsAsWritten = (room: EditionRoom, end: ExpectedEnd): Readonly<Record<string, readonly string[]>> => {
  const departed = new Set(departuresOf(end.ranking).map(({ entry }) => entry));
  const grades = AWARDS_PLAN.grades.map(({ id }): [string, string[]] => [
    gradeName(id),
    end.awards
      .filter(({ grade }) => grade === id)
      .map(({ entry, unit, rank }) => {
        const mark = departed.has(entry) ? '与排序不一致' : '';
        return `${titleOf(room, entry)} ${unitName(room, unit)} 第 ${rank} 名${mark}`;
      }),
  ]);
  const led = end.awards.filter(({ grade }) => grade === 'first');
  return Object.fromEntries([
    ...grades,
    [LEADER, end.leaders.map((leader) => `${room.nameOf(leader)} ${titleOf(room, ledBy(room, led, leader))}`)],
    [ORGANIZER, end.excellentUnits.map((unit) => unitName(room, unit))],
  ]) as Readonly<Record<string, readonly string[]>>;
};

const ledBy = (room: EditionRoom, led: ExpectedEnd['awards'], leader: string): string => {
  const found = led.find(({ entry }) => storyOf(room, entry).leader === leader);
  if (found === undefined) throw new Error(`${leader} leads nothing that won`);
  return found.entry;
};

/** Whose honour, which, and by which document: what anybody finds of it. People are named in the circular alone. */
export const honoursAsWritten = (room: EditionRoom, end: ExpectedEnd): readonly (readonly string[])[] => {
  const line = (whose: string, award: string, unit: string): readonly string[] => [
    ...[whose, award, unitName(room, unit)],
    ...[String(YEAR), end.documentNumber, '有效'],
  ];
  return [
    ...end.awards.map(({ entry, unit, grade }) => line(titleOf(room, entry), gradeName(grade ?? ''), unit)),
    ...end.excellentUnits.map((unit) => line(unitName(room, unit), ORGANIZER, unit)),
  ];
};
