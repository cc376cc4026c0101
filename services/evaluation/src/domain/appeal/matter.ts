import type { ChecklistSource } from '@jiangong/scoring';
import { isList } from '../round/listed.ts';
import { decisionsIn, isDecided, type ClosedRound } from '../round/state.ts';
import type { Matter } from './facts.ts';
import type { FileAppeal } from './orders.ts';
import type { AppealRefusal } from './refusals.ts';
import type { Appeal } from './state.ts';
import { type AppealMatter, isAppealMatter } from './words.ts';

/** Of every edition of a list: what was asked at first may be appealed, too. */
const itemsOf = ({ areas }: ChecklistSource): readonly string[] => [
  ...new Set(areas.flatMap(({ lists }) => lists.flatMap(({ items }) => items.map(({ id }) => id)))),
];

/** Something that can be appealed in a round: a source, and its items where it has any. */
export type OpenMatter = Readonly<{ matter: AppealMatter; sourceId: string | null; items: readonly string[] }>;

/** What of this round's result can be appealed: ranks where it ranks, what a body gave once it has decided, and what offices found. */
export const mattersOf = (round: ClosedRound): readonly OpenMatter[] => [
  ...(isList(round) ? [] : [{ matter: 'rank' as const, sourceId: null, items: [] }]),
  ...(isDecided(round) ? [{ matter: 'grade' as const, sourceId: null, items: [] }] : []),
  ...round.tables.sources.flatMap((source): readonly OpenMatter[] => {
    const { id: sourceId } = source;
    switch (source.kind) {
      case 'checklist':
        return [{ matter: 'checklist', sourceId, items: itemsOf(source) }];
      case 'bonus':
        return [{ matter: 'bonus', sourceId, items: source.groups.flatMap(({ items }) => items.map(({ id }) => id)) }];
      case 'measure':
        return [{ matter: 'measure', sourceId, items: [] }];
      default:
        return [];
    }
  }),
];

/** What the order is against, or why that can not be appealed here. */
export const matterOf = (round: ClosedRound, order: FileAppeal): Matter | AppealRefusal => {
  const { matter, sourceId, itemId } = order;
  if (!isAppealMatter(matter)) return { reason: 'APPEAL_MATTER_UNKNOWN', field: 'matter' };
  if (matter === 'grade' && !isDecided(round)) return { reason: 'DECISION_NOT_TAKEN', field: 'matter' };
  const open = mattersOf(round).find((one) => one.matter === matter && (one.sourceId ?? '') === sourceId);
  if (open === undefined) return { reason: 'APPEAL_MATTER_NOT_JUDGED', field: sourceId === '' ? 'matter' : 'sourceId' };
  if (itemId !== '' && !open.items.includes(itemId)) return { reason: 'APPEAL_MATTER_NOT_JUDGED', field: 'itemId' };
  return { matter, sourceId: open.sourceId, itemId: itemId === '' ? null : itemId };
};

export const isSameMatter = (one: Matter, other: Matter): boolean =>
  one.matter === other.matter && one.sourceId === other.sourceId && one.itemId === other.itemId;

/** The same matter is appealed again only where an upheld appeal led to another result, or to another decision. */
export const standsInTheWay = (round: ClosedRound, appeal: Appeal): boolean => {
  if (appeal.standing === 'withdrawn') return false;
  if (appeal.standing !== 'upheld' || appeal.over === null) return true;
  const { results, decisionId } = appeal.over;
  const inForce = decisionsIn(round)[0]?.decisionId ?? null;
  return results === round.results.length && (inForce === null || decisionId === inForce);
};
