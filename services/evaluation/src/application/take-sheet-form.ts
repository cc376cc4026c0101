import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { ReadSheet } from '@jiangong/spreadsheets';
import { isPrepared } from '../domain/round/state.ts';
import { sheetDecider, writingRefusal } from '../domain/sheet/decider.ts';
import type { MarksWanted, SheetFact } from '../domain/sheet/facts.ts';
import type { FaultyCell } from '../domain/sheet/faulty-cell.ts';
import { type FormOrigin, originOf } from '../domain/sheet/form-origin.ts';
import { marksToSave, savesOf } from '../domain/sheet/form-saves.ts';
import { readForm, type WrittenMark } from '../domain/sheet/read-form.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import type { Draft } from '../domain/sheet/state.ts';
import type { Evaluation } from './evaluation.ts';
import { type MySheet, readOwnSheet } from './own-sheet.ts';
import type { Workbooks } from './ports.ts';
import { type Outcome, refusal } from './reasons.ts';
import { scoreSheets } from './score-sheets.ts';
import { sheetCodec } from './sheet-codec.ts';
import { standingOf } from './sheet-standing.ts';
import { sheetStream } from './streams.ts';

export type TakeFormRequest = Readonly<{
  roundId: string;
  format: string;
  content: Buffer;
  dryRun: boolean;
  clearEmpty: boolean;
}>;

/** A mark that was saved since the form was made, and which the form would change. */
export type FormConflict = WrittenMark & Readonly<{ saved: number | null }>;

/** What a form holds and what becomes of it. */
export type CheckedForm = Readonly<{
  given: number;
  changed: number;
  cleared: number;
  emptyKept: number;
  faults: readonly FaultyCell[];
  mismatch: 'round' | 'sheet' | 'revision' | null;
  conflicts: readonly FormConflict[];
  formRevision: number;
  revision: number;
}>;

type Saved = Outcome<SheetFact, SheetRefusal>;
export type TakenForm =
  | Extract<Saved, { kind: 'refused' }>
  | Readonly<{ kind: 'checked'; form: CheckedForm; saved: Extract<Saved, { kind: 'accepted' }> | null }>;

const NOTHING = { given: 0, changed: 0, cleared: 0, emptyKept: 0, faults: [], conflicts: [] } as const;

/** The draft as it stood at a revision; nothing of one whose key is gone. */
const draftAt = async ({ ground }: Evaluation, { sheetId, personId }: MySheet, revision: number): Promise<Draft> => {
  if (revision < 0) return {};
  const codec = sheetCodec(ground.privacy);
  let sheet = sheetDecider.initial;
  for (const event of await ground.store.readStream(sheetStream(sheetId), { toRevision: revision }))
    sheet = sheetDecider.evolve(sheet, await codec.fromStored(event));
  return sheet.kind === 'draft' && sheet.personId === personId ? sheet.scores : {};
};

/** Cells that were changed since the form was made, to something else than it says: nobody overwrites what he has not seen. */
const conflictsOf = (
  marks: readonly WrittenMark[],
  { base, held, clearEmpty }: Readonly<{ base: Draft; held: Draft; clearEmpty: boolean }>,
): readonly FormConflict[] =>
  marks.flatMap((written) => {
    const { entryId, criterionId, mark } = written;
    const saved = held[entryId]?.[criterionId] ?? null;
    const before = base[entryId]?.[criterionId] ?? null;
    const asked = mark !== null || clearEmpty;
    return asked && saved !== before && saved !== mark ? [{ ...written, saved }] : [];
  });

const otherOrigin = (origin: FormOrigin | undefined, roundId: string, sheetId: string): 'round' | 'sheet' | null => {
  if (origin === undefined) return null;
  if (origin.roundId !== roundId) return 'round';
  return origin.sheetId === sheetId ? null : 'sheet';
};

type Asked = Readonly<{ mine: MySheet; request: TakeFormRequest; call: CallContext }>;

/** What would become of the form, with everything that is wrong with it; nothing is written. */
const checkForm = async (
  evaluation: Evaluation,
  sheets: readonly ReadSheet[],
  { mine, request, call }: Asked,
): Promise<Readonly<{ form: CheckedForm; marks: readonly WrittenMark[] }> | undefined> => {
  const { revision, read, round, sheetId } = mine;
  const origin = originOf(sheets);
  const formRevision = call.expectedRevision ?? origin?.revision ?? revision;
  const about = { formRevision, revision };
  const mismatch = otherOrigin(origin, request.roundId, sheetId);
  if (mismatch !== null) return { form: { ...NOTHING, ...about, mismatch }, marks: [] };
  const seating = isPrepared(read) ? read.tables.seating : [];
  const { names = {}, levelNames } = seating.find(({ sourceId }) => sourceId === round.sourceId) ?? {};
  const found = readForm(sheets, round, names, levelNames);
  if (found === undefined) return undefined;
  const { marks, faults } = found;
  const { draft: held } = standingOf(mine);
  const isHeld = ({ entryId, criterionId }: WrittenMark): boolean => held[entryId]?.[criterionId] !== undefined;
  const base = formRevision === revision ? held : await draftAt(evaluation, mine, formRevision);
  const conflicts = conflictsOf(marks, { base, held, clearEmpty: request.clearEmpty });
  const given = marks.filter(({ mark }) => mark !== null);
  const emptied = marks.filter((written) => written.mark === null && isHeld(written)).length;
  const form: CheckedForm = {
    ...{ ...about, faults, conflicts, given: given.length },
    changed: given.filter(({ entryId, criterionId, mark }) => held[entryId]?.[criterionId] !== mark).length,
    cleared: request.clearEmpty ? emptied : 0,
    emptyKept: request.clearEmpty ? 0 : emptied,
    mismatch: conflicts.length === 0 ? null : 'revision',
  };
  return { form, marks };
};

/** One save after the other, each on the revision that the one before left: what somebody else saves between is not overwritten. */
const saveAll = async (evaluation: Evaluation, scores: readonly MarksWanted[], asked: Asked): Promise<Saved> => {
  const { mine, request, call } = asked;
  const { save } = scoreSheets(evaluation);
  let expectedRevision = mine.revision;
  const accepted: Extract<Saved, { kind: 'accepted' }>[] = [];
  for (const [at, some] of savesOf(scores).entries()) {
    const requestId = at === 0 ? call.requestId : requestIdOf(`${call.requestId} save ${at}`);
    const saved = await save({ roundId: request.roundId, scores: some }, { ...call, requestId, expectedRevision });
    if (saved.kind === 'refused') return saved;
    expectedRevision = saved.revision;
    accepted.push(saved);
  }
  const last = accepted.at(-1);
  if (last === undefined) return { kind: 'refused', refusal: { reason: 'SCORES_NONE', field: 'content' } };
  return {
    ...last,
    facts: accepted.flatMap(({ facts }) => facts),
    receipts: accepted.flatMap(({ receipts }) => receipts),
    position: Math.max(...accepted.map(({ position }) => position)),
  };
};

/** Takes a filled in form: what is wrong with it is all named and nothing of it is saved; else it is saved as SaveMySheet saves. */
export const takeSheetForm =
  (evaluation: Evaluation, workbooks: Workbooks) =>
  async (request: TakeFormRequest, call: CallContext): Promise<TakenForm> => {
    const { format } = request;
    if (format !== 'xlsx' && format !== 'csv') return refusal('SHEET_FORM_UNKNOWN', 'format');
    const mine = await readOwnSheet(evaluation, request.roundId, call);
    if (mine === undefined) return { kind: 'refused', refusal: { reason: 'NOT_AN_EVALUATOR', field: 'roundId' } };
    const hindrance = writingRefusal(mine.sheet, mine.round);
    if (hindrance !== undefined) return { kind: 'refused', refusal: hindrance };
    const reading = await workbooks.read(format, request.content);
    if (reading.kind === 'unreadable') return refusal(reading.reason, 'content');
    const checked = await checkForm(evaluation, reading.sheets, { mine, request, call });
    if (checked === undefined) return refusal('SHEET_FORM_UNKNOWN', 'content');
    const { form, marks } = checked;
    if (request.dryRun || form.mismatch !== null || form.faults.length > 0)
      return { kind: 'checked', form, saved: null };
    const saved = await saveAll(evaluation, marksToSave(marks, request.clearEmpty), { mine, request, call });
    return saved.kind === 'refused' ? saved : { kind: 'checked', form, saved };
  };
