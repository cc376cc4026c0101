import type { PanelSource } from '@jiangong/scoring';
import type { Controls } from './paper-limits.ts';
import type { MarksWanted, SheetFact } from './facts.ts';

/** Marks by criterion id, by entry id. */
export type Draft = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was handed in: under which closing, by whom. */
export type HandedIn = Readonly<{ closing: number; personId: string; markCount: number }>;

/**
 * A seat's sheet. A draft may follow a submission when the round was reopened for the seat: `before` is what it will replace.
 * `drafts`: how many there were; each has a key of its own.
 */
export type Sheet =
  | Readonly<{ kind: 'blank'; drafts: number; before: HandedIn | null }>
  | Readonly<{ kind: 'draft'; drafts: number; personId: string; saves: number; scores: Draft; before: HandedIn | null }>
  | Readonly<{ kind: 'submitted'; drafts: number; submission: HandedIn; before: HandedIn | null }>;

/** Why an evaluator does not score an entry; null: he does. */
export type RecusalCause = 'own-unit' | 'own-entry' | 'declared';

/** Why somebody may not write into a seat's sheet now; null: he may. */
export type Hindrance =
  | 'NOT_AN_EVALUATOR'
  | 'NOT_IN_PARTY'
  | 'SEAT_OF_ANOTHER_ORGANIZATION'
  | 'ROUND_NOT_OPEN'
  | 'ROUND_CLOSED'
  | 'SEAT_NOT_REOPENED'
  | 'STAGE_NOT_YOURS_NOW'
  | 'MARKED_ONE_AT_A_TIME'
  | 'ENTRY_NOT_ON_STAGE'
  | 'ENTRIES_NOT_DEALT';

/** What a sheet must know of its round, for one person: taken from the round's facts when the order is made. */
export type SheetRound = Readonly<{
  hindrance: Hindrance | null;
  seatId: string;
  sourceId: string;
  grantId: string;
  homeId: string | null;
  /** The closing under way. */
  closing: number;
  source: PanelSource | null;
  /** A sheet may leave some marks of an entry empty: every row over it pools its marks. */
  pooled: boolean;
  /** What the template allows on one paper; null: whatever its criteria allow. */
  controls: Controls | null;
  /** Whether entries were dealt out: then `entries` are the seat's own. */
  dealt: boolean;
  entries: readonly Readonly<{ entryId: string; recused: RecusalCause | null }>[];
}>;

type Ids = Readonly<{
  roundId: string;
  sheetId: string;
  part: string;
  personId: string;
  round: SheetRound;
  now: string;
}>;

/** Writes down, changes or takes back some marks; what is not named stays. */
export type SaveSheet = Ids & Readonly<{ type: 'SaveSheet'; scores: readonly MarksWanted[] }>;
export type SubmitSheet = Ids & Readonly<{ type: 'SubmitSheet' }>;
/** The submission of this closing stands behind the closing in the log. */
export type MarkLate = Readonly<{ type: 'MarkLate'; closing: number; now: string }> &
  Pick<Ids, 'roundId' | 'sheetId' | 'part' | 'personId'> &
  Readonly<{ seatId: string; sourceId: string }>;
export type SheetOrder = SaveSheet | SubmitSheet | MarkLate;

const handedIn = (sheet: Sheet): HandedIn | null => (sheet.kind === 'submitted' ? sheet.submission : sheet.before);

type Written = Extract<SheetFact, { type: 'SheetSaved.v1' | 'MarksCleared.v1' }>;

const withMarks = (held: Draft, { type, data }: Written): Draft => {
  const changed: Record<string, Readonly<Record<string, number>>> = { ...held };
  if (type === 'SheetSaved.v1') {
    if (typeof data.scores === 'string') return held;
    for (const { entryId, marks } of data.scores)
      changed[entryId] = {
        ...changed[entryId],
        ...Object.fromEntries(marks.map(({ criterionId, mark }) => [criterionId, mark])),
      };
    return changed;
  }
  if (typeof data.cells === 'string') return held;
  for (const { entryId, criterionId } of data.cells) {
    const { [criterionId]: _gone, ...rest } = changed[entryId] ?? {};
    changed[entryId] = rest;
  }
  return changed;
};

const written = (sheet: Sheet, fact: Written): Sheet => {
  const { draft, personId } = fact.data;
  const same = sheet.kind === 'draft' && sheet.personId === personId;
  return {
    kind: 'draft',
    drafts: draft,
    personId,
    saves: same ? sheet.saves + 1 : 1,
    scores: withMarks(same ? sheet.scores : {}, fact),
    before: handedIn(sheet),
  };
};

/** Folds a fact into the sheet. Marks whose key is destroyed are gone: that draft was submitted. */
export const evolveSheet = (sheet: Sheet, fact: SheetFact): Sheet => {
  switch (fact.type) {
    case 'SheetSaved.v1':
    case 'MarksCleared.v1':
      return written(sheet, fact);
    case 'SheetSubmitted.v1': {
      const { draft, closing, personId, markCount } = fact.data;
      return {
        kind: 'submitted',
        drafts: draft,
        submission: { closing, personId, markCount },
        before: handedIn(sheet),
      };
    }
    case 'SheetCameLate.v1':
      return { kind: 'blank', drafts: sheet.drafts, before: sheet.before };
  }
};
