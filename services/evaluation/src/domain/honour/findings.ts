import { addCalendarDays, type LocalDate } from '@jiangong/calendar';
import type { Award } from '../decision/award.ts';
import type { OutcomeTable, Recheck } from '../decision/outcome-table.ts';

/** What an entry's decision says of the award that was looked at again; the rule's names say it in the words of the template. */
export type Finding = Readonly<{ entryId: string; holderId: string; recheck: Recheck; zh: string; en: string }>;

/** Of several awards of one entry the gravest says what becomes of the one that it held. */
const GRAVEST = ['withdrawn', 'to-rectify', 'kept'] as const;

/** One finding for each entry on which a rule of the recheck says something. */
export const findingsOf = (outcome: OutcomeTable, awards: readonly Award[]): readonly Finding[] => {
  const all = awards.flatMap(({ rule: id, entryId, holder }): readonly Finding[] => {
    const rule = outcome.find((one) => one.id === id);
    if (rule?.recheck === undefined || entryId === null) return [];
    return [{ entryId, holderId: holder.id, recheck: rule.recheck, zh: rule.zh, en: rule.en }];
  });
  const grave = ({ recheck }: Finding): number => GRAVEST.indexOf(recheck.finding);
  return [...Map.groupBy(all, ({ entryId }) => entryId).values()].flatMap(
    (some) => some.toSorted((one, other) => grave(one) - grave(other))[0] ?? [],
  );
};

/** The last day on which it is put right; empty where nothing is. */
export const rectifyByOf = ({ withinDays }: Recheck, from: LocalDate): string =>
  withinDays === null ? '' : addCalendarDays(from, withinDays);
