import { answerOf, api, type Schemas } from '../api/client.ts';
import { Refused } from '../api/problem.ts';
import { type Criterion, criteriaOf } from './criteria.ts';
import { type Marks, marksOf } from './marks.ts';

/** As many as one page of the list has. */
const ENTRIES_PER_PAGE = 200;
const PAGES_MAX = 10;

type Name = Schemas['Name'] | null;
export type DeskEntry = Readonly<{
  entryId: string;
  title: string;
  summary: string;
  track: string;
  unit: Name;
  files: number;
  reports: number;
}>;
/** One that is not scored, and why. */
export type NotScored = Readonly<{ entryId: string; name: Name; recused: Schemas['RecusalCause'] }>;

/** Everything that an evaluator has before him in a round: the part that is kept for a time without network. */
export type Desk = Readonly<{
  roundId: string;
  personId: string;
  roundName: Name;
  editionName: Name;
  editionId: string;
  closesAt: string | null;
  closing: number;
  status: Schemas['SheetStatus'];
  hindrance: Schemas['SheetHindrance'] | null;
  criteria: readonly Criterion[];
  entries: readonly DeskEntry[];
  notScored: readonly NotScored[];
  notes: Readonly<Record<string, string>>;
  revision: number;
  /** The latest request that a sheet be opened again which is closed to its evaluator. */
  reopening: Schemas['MyReopeningRequest'] | null;
  /** Whether such a request can be made: until a decision stands. */
  mayBeReopened: boolean;
  marks: Marks;
}>;

const REOPENABLE: readonly Schemas['RoundStatus'][] = ['open', 'closed', 'tallied'];

const ofRound = (roundId: string) => ({ params: { path: { roundId } } });

const readEntries = async (roundId: string): Promise<readonly Schemas['MyEntry'][]> => {
  const found: Schemas['MyEntry'][] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await answerOf(
      api.GET('/v1/rounds/{roundId}/my-entries', {
        params: {
          path: { roundId },
          query: { pageSize: ENTRIES_PER_PAGE, ...(pageToken === undefined ? {} : { pageToken }) },
        },
      }),
    );
    found.push(...answer.items);
    if (answer.nextPageToken === null) return found;
    pageToken = answer.nextPageToken;
  }
  return found;
};

export const readSheet = async (roundId: string): Promise<Schemas['GetV1RoundsByRoundIdSheetAnswer']> =>
  answerOf(api.GET('/v1/rounds/{roundId}/sheet', ofRound(roundId)));

const entryOf = (entry: Schemas['MyEntry']): DeskEntry => ({
  entryId: entry.entryId,
  title: entry.title,
  summary: entry.summary,
  track: entry.track,
  unit: entry.homeName ?? entry.nominatorName,
  files: entry.files,
  reports: entry.reports,
});

/** Notes are working papers: where they can not be read, one scores without them. */
const readNotes = async (roundId: string): Promise<Readonly<Record<string, string>>> =>
  answerOf(api.GET('/v1/rounds/{roundId}/notes', ofRound(roundId))).then(
    ({ items }) => Object.fromEntries(items.map(({ entryId, note }) => [entryId, note])),
    (error: unknown) => {
      if (error instanceof Refused && error.status < 500) return {};
      throw error;
    },
  );

/** Five calls, and one more for each further 200 entries. Null: one does not score in this round. */
export const readDesk = async (roundId: string, personId: string): Promise<Desk | null> => {
  const round = await answerOf(api.GET('/v1/rounds/{roundId}', ofRound(roundId)));
  const { sourceId } = round.mine;
  // Whoever does not sit is refused the rest.
  if (sourceId === null) return null;
  const [rules, sheet, notes, entries] = await Promise.all([
    answerOf(api.GET('/v1/rounds/{roundId}/rules', ofRound(roundId))),
    readSheet(roundId),
    readNotes(roundId),
    readEntries(roundId),
  ]);
  return {
    ...{ roundId, personId, notes },
    roundName: round.roundName,
    editionName: round.editionName,
    editionId: round.editionId,
    closesAt: sheet.closesAt,
    closing: sheet.closing,
    status: sheet.status,
    hindrance: sheet.hindrance,
    criteria: criteriaOf(rules.tables, sourceId) ?? [],
    entries: entries.map(entryOf),
    notScored: sheet.entries.flatMap(({ entryId, entryName, recused }) =>
      recused === null ? [] : [{ entryId, name: entryName, recused }],
    ),
    revision: sheet.revision,
    // Of a sheet that is written into, and kept in this browser, nothing of it is shown.
    reopening: sheet.status !== 'submitted' && sheet.hindrance === null ? null : sheet.reopening,
    mayBeReopened: REOPENABLE.includes(round.status),
    marks: marksOf(sheet.scores),
  };
};
