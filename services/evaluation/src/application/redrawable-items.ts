import { drawnList, itemsOf } from '../domain/round/redrawn-list.ts';
import type { PreparedRound } from '../domain/round/state.ts';

/** An item of a list that may be redrawn. `points`: what it is worth now, `drawn`: what the template gives it, both in hundredths. */
export type RedrawableItem = Readonly<{
  sourceId: string;
  itemId: string;
  nameZh: string;
  nameEn: string;
  areaZh: string;
  areaEn: string;
  points: number;
  drawn: number;
  /** Its points stay, or it is left out. */
  fixed: boolean;
}>;

/** What the office may redraw now: nothing once the round has opened. */
export const redrawableItems = (round: PreparedRound): readonly RedrawableItem[] =>
  round.kind !== 'prepared'
    ? []
    : (round.tables.checklists ?? []).flatMap(({ sourceId, names }) => {
        const drawn = drawnList(round, sourceId);
        const now = round.tables.sources.find(({ id }) => id === sourceId);
        if (drawn === undefined || now?.kind !== 'checklist') return [];
        const standing = new Map(itemsOf(now).map(({ item }) => [item.id, item.points]));
        return itemsOf(drawn).map(({ areaId, item }) => {
          const [nameZh = '', nameEn = ''] = names[item.id] ?? [];
          const [areaZh = '', areaEn = ''] = names[areaId] ?? [];
          return {
            ...{ sourceId, itemId: item.id, nameZh, nameEn, areaZh, areaEn },
            ...{ points: standing.get(item.id) ?? 0, drawn: item.points },
            fixed: item.measures.length > 0 || item.group !== null,
          };
        });
      });
