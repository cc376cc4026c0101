import type { CallContext } from '@jiangong/service-host';
import { entryOf, isPrepared } from '../domain/round/state.ts';
import { criterionColumns, type SheetContents } from '../domain/sheet/form-layout.ts';
import type { Decisions } from './decisions.ts';
import { keepNotes } from './keep-notes.ts';
import { type MySheet, readOwnSheet } from './own-sheet.ts';
import { standingOf } from './sheet-standing.ts';

export type OwnContents = Readonly<{ mine: MySheet; contents: SheetContents }>;

/**
 * What stands on the caller's own sheet when it leaves the platform: the entries that he scores, by id, with titles, units and his own
 * notes. Of a submitted sheet no mark. Undefined where he does not sit.
 */
export const ownContents = async (
  decisions: Decisions,
  roundId: string,
  call: CallContext,
): Promise<OwnContents | undefined> => {
  const mine = await readOwnSheet(decisions, roundId, call);
  if (mine === undefined || !isPrepared(mine.read) || mine.round.source === null) return undefined;
  const { read, round } = mine;
  const scored = round.entries.filter(({ recused }) => recused === null);
  const entries = scored.flatMap(({ entryId }) => entryOf(read, entryId) ?? []);
  const [names, notes] = await Promise.all([
    decisions.known.names(entries.map(({ homeId }) => homeId)),
    keepNotes(decisions).read(roundId, call),
  ]);
  const noteOf = new Map(notes.map(({ entryId, note }) => [entryId, note]));
  const seating = read.tables.seating.find(({ sourceId }) => sourceId === round.sourceId);
  const { status, draft } = standingOf(mine);
  return {
    mine,
    contents: {
      ...{ status, draft, source: mine.round.source, heading: `${read.tables.programme.nameZh}评分表` },
      columns: criterionColumns(mine.round.source, seating?.names ?? {}, seating?.levelNames),
      lines: entries.map(({ entryId, title, homeId }) => ({
        ...{ entryId, title, organization: names[homeId]?.zh ?? '', note: noteOf.get(entryId) ?? '' },
      })),
    },
  };
};
