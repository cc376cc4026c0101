import type { Pacesetters } from '../play/acts/naming.ts';
import type { ExpectedEnd } from '../play/acts/decision.ts';
import type { Play } from '../play/play.ts';
import { textTable } from './text-table.ts';
import type { EditionOutcome } from './verify-edition.ts';

const unitNames = (play: Play): ReadonlyMap<string, string> =>
  new Map(play.world.units.map(({ code, nameZh }) => [code, nameZh]));

/** The awards of one edition, in the order of the ranking. */
export const awardsTable = (play: Play, end: ExpectedEnd, { awards, result }: EditionOutcome): string => {
  const names = unitNames(play);
  const seen = new Map(awards.entries.map((award) => [award.entryId, award]));
  const scores = new Map(result.entries.map(({ entryId, score }) => [entryId, score]));
  const rows = end.awards.map(({ entry, unit, rank }) => {
    const { entryId } = play.entry(entry);
    const score = (scores.get(entryId) ?? 0) / 10 ** result.decimals;
    return [
      rank,
      seen.get(entryId)?.gradeZh ?? '',
      score.toFixed(result.decimals),
      names.get(unit) ?? unit,
      seen.get(entryId)?.title ?? '',
    ];
  });
  const excellent = end.excellentUnits.map((unit) => names.get(unit) ?? unit).join('、');
  return `${textTable(`${end.year} 突出业绩奖 Outstanding Performance Awards · ${end.documentNumber}`, ['名次', '等次', '得分', '单位', '项目'], rows)}\n优秀组织奖：${excellent}`;
};

export const pacesettersTable = (play: Play, { once, everyYear }: Pacesetters): string => {
  const names = unitNames(play);
  const rows = once.map((unit) => [names.get(unit) ?? unit, everyYear.includes(unit) ? '是' : '']);
  return `${textTable('标兵单位 Pacesetter units · applied: declared every year and at least one first prize', ['单位', '每年都获一等奖'], rows)}\n按另一解释（每年都获一等奖）：${everyYear.length} 个单位`;
};

export const eventsTable = (counts: ReadonlyMap<string, number>): string =>
  textTable(
    'Events by type',
    ['type', 'events'],
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => [type, count]),
  );
