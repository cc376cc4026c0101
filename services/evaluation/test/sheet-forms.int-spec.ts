import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '@jiangong/spreadsheets/read';
import { formMessage } from '../src/adapters/grpc/sheet-forms.controller.ts';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { workbooks } from '../src/adapters/spreadsheets/workbooks.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { keepNotes } from '../src/application/keep-notes.ts';
import { makeSheetForm } from '../src/application/make-sheet-form.ts';
import { readOwnSheet } from '../src/application/own-sheet.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { standingOf } from '../src/application/sheet-standing.ts';
import { takeSheetForm } from '../src/application/take-sheet-form.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { assignAll, roundOf, score, sheetFor } from './evaluation-steps.ts';
import { accepted, entries, id, OFFICERS } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const ENTRIES = entries(2021);
const [WHO, OTHER] = [OFFICERS.a, OFFICERS.b];

describe('one’s own sheet as a file', () => {
  let stage: EvaluationStage;
  beforeAll(async () => {
    stage = await openEvaluation();
    await stage.runCampaign(2021);
    await assignAll(stage, 2021);
    await stage.scoringOpens(2021);
  }, 120_000);
  afterAll(async () => stage.close());

  const as = (personId: string) => stage.call(personId, 'expert');
  const decisions = () => decisionsOf(stage.evaluation, decisionKnowledge(stage.ground.rows), randomCertificateNumbers);
  const download = async (personId: string = WHO): Promise<Buffer> => {
    const made = await makeSheetForm(decisions(), workbooks)(ROUND, as(personId));
    if (made === undefined) throw new Error('no form');
    return Buffer.from(made.content);
  };
  const cellsOf = async (form: Buffer) => {
    const reading = await readXlsx(form);
    if (reading.kind !== 'read') throw new Error(reading.reason);
    return reading.sheets;
  };
  /** The row and column of a cell, found as a person finds it. */
  const addressIn = async (form: Buffer, entryId: string, word: string): Promise<string> => {
    const cells = (await cellsOf(form))[0]?.cells ?? [];
    const column = cells.find(({ row, text }) => row === 3 && text.startsWith(word))?.column ?? 0;
    const row = cells.find(({ text }) => text === entryId)?.row ?? 0;
    return `${String.fromCharCode(64 + column)}${row}`;
  };
  /** Types into cells: `{ F4: '<v>9</v>' }`, as a program for offices writes it. */
  const typed = (form: Buffer, cells: Readonly<Record<string, string>>): Buffer => {
    const parts = unzipSync(new Uint8Array(form));
    let part = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const [address, held] of Object.entries(cells))
      part = part.replace(
        new RegExp(`<c r="${address}" s="(\\d)"(?:/>|>.*?</c>)`, 'u'),
        `<c r="${address}" s="$1">${held}</c>`,
      );
    return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(part) }));
  };
  const upload = (
    content: Buffer,
    more: Partial<Parameters<ReturnType<typeof takeSheetForm>>[0]> = {},
    call = as(WHO),
  ) =>
    takeSheetForm(stage.evaluation, workbooks)(
      { roundId: ROUND, format: 'xlsx', content, dryRun: false, clearEmpty: false, ...more },
      call,
    );
  const checked = async (...args: Parameters<typeof upload>) => {
    const taken = await upload(...args);
    if (taken.kind === 'refused') throw new Error(JSON.stringify(taken.refusal));
    return taken;
  };
  const held = async (entryId: string) => {
    const mine = await readOwnSheet(stage.evaluation, ROUND, as(WHO));
    return mine === undefined ? undefined : standingOf(mine).draft[entryId];
  };
  const log = async () => (await readOwnSheet(stage.evaluation, ROUND, as(WHO)))?.revision;

  it('holds the entries that he scores with title, unit and note, and none that he is recused from', async () => {
    accepted(
      await keepNotes(stage.evaluation).keep({ roundId: ROUND, entryId: ENTRIES.b1, note: '会上再问' }, as(WHO)),
    );
    const [marks, origin] = await cellsOf(await download());
    const texts = marks?.cells.map(({ text }) => text) ?? [];
    expect(texts).toEqual(expect.arrayContaining([ENTRIES.b1, ENTRIES.b2, ENTRIES.c1, '会上再问']));
    expect(texts).not.toContain(ENTRIES.a1);
    expect(texts.filter((text) => /（满分 \d+ 分）$/u.test(text))).toHaveLength(4);
    expect(texts.some((text) => text.includes('单位') || text.includes('厅'))).toBe(true);
    expect(origin).toMatchObject({ name: 'jiangong' });
    expect(origin?.cells.map(({ text }) => text)).toEqual(expect.arrayContaining([ROUND, '-1', 'guidance', 'effect']));
    expect(await makeSheetForm(decisions(), workbooks)(ROUND, as(id('stranger')))).toBeUndefined();
  });

  it('filled in it is saved as one save, and uploaded again it changes nothing', async () => {
    const form = await download();
    const [b1, c1] = [await addressIn(form, ENTRIES.b1, '工作实效'), await addressIn(form, ENTRIES.c1, '工作实效')];
    const filled = typed(form, { [b1]: '<v>38</v>', [c1]: '<v>20.5</v>' });
    const rehearsed = await checked(filled, { dryRun: true });
    expect(rehearsed).toMatchObject({ saved: null, form: { given: 2, changed: 2, faults: [], mismatch: null } });
    expect(await log()).toBe(-1);
    const call = { ...as(WHO), requestId: randomUUID() };
    const saved = await checked(filled, {}, call);
    expect(saved.saved?.facts.map(({ type }) => type)).toEqual(['SheetSaved.v1']);
    expect([await held(ENTRIES.b1), await held(ENTRIES.c1)]).toEqual([{ effect: 3_800 }, { effect: 2_050 }]);
    expect(await checked(filled, {}, call)).toMatchObject({ saved: { repeated: true } });
    expect(await checked(filled)).toMatchObject({ form: { changed: 0, mismatch: null }, saved: { facts: [] } });
    expect(await log()).toBe(0);
  });

  it('with anything wrong is not saved at all, and says every cell in both languages', async () => {
    const form = await download();
    const [good, wrong] = [await addressIn(form, ENTRIES.b1, '创新'), await addressIn(form, ENTRIES.b2, '工作实效')];
    const { saved, form: found } = await checked(typed(form, { [good]: '<v>9</v>', [wrong]: '<f>1+1</f><v>2</v>' }));
    expect(saved).toBeNull();
    expect(formMessage(found).faults).toEqual([
      {
        ...{ cell: wrong, reason: 'CELL_IS_FORMULA', entryId: ENTRIES.b2, criterionId: 'effect', found: '2' },
        ...{ zh: '是公式；请粘贴为数值。', en: 'This is a formula: paste it as a value.' },
      },
    ]);
    expect(await held(ENTRIES.b1)).toEqual({ effect: 3_800 });
  });

  it('of an older revision says which cells were saved since, and overwrites none of them', async () => {
    const form = await download();
    const b1 = await addressIn(form, ENTRIES.b1, '工作实效');
    accepted(await scoreSheets(stage.evaluation).save({ roundId: ROUND, scores: [score(ENTRIES.b1, 50)] }, as(WHO)));
    const { saved, form: found } = await checked(typed(form, { [b1]: '<v>39</v>' }));
    expect(saved).toBeNull();
    expect(found).toMatchObject({ mismatch: 'revision', formRevision: 0, revision: 1 });
    expect(found.conflicts).toEqual([
      { entryId: ENTRIES.b1, criterionId: 'effect', cell: b1, mark: 3_900, saved: 2_000 },
    ]);
    // Whoever has seen that says so, by the revision that he saw.
    expect(await checked(typed(form, { [b1]: '<v>39</v>' }), {}, { ...as(WHO), expectedRevision: 1 })).toMatchObject({
      saved: { kind: 'accepted' },
    });
    expect(await held(ENTRIES.b1)).toMatchObject({ effect: 3_900, guidance: 1_000 });
  });

  it('an emptied cell takes its mark back only when that is said', async () => {
    const form = await download();
    const b1 = await addressIn(form, ENTRIES.b1, '工作实效');
    expect(await checked(typed(form, { [b1]: '' }))).toMatchObject({ form: { emptyKept: 1, cleared: 0 } });
    expect(await held(ENTRIES.b1)).toMatchObject({ effect: 3_900 });
    expect(await checked(typed(form, { [b1]: '' }), { clearEmpty: true })).toMatchObject({
      form: { emptyKept: 0, cleared: 1 },
      saved: { facts: [{ type: 'MarksCleared.v1' }] },
    });
    expect(await held(ENTRIES.b1)).not.toHaveProperty('effect');
  });

  it('somebody else’s, or of another round, is said to be', async () => {
    const others = await download(OTHER);
    expect(await checked(others)).toMatchObject({ form: { mismatch: 'sheet' }, saved: null });
    const parts = unzipSync(new Uint8Array(others));
    const moved = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array()).replace(ROUND, randomUUID());
    const form = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(moved) }));
    expect(await checked(form)).toMatchObject({ form: { mismatch: 'round' }, saved: null });
  });

  it('is taken as csv too, as Excel saves it; what is none is refused', async () => {
    const csv = Buffer.from(`\uFEFF评分表\r\n编号,名称,工作实效\r\n${ENTRIES.c1},丙,３０\r\n`);
    expect(await checked(csv, { format: 'csv' })).toMatchObject({ form: { given: 1, changed: 1 } });
    expect(await held(ENTRIES.c1)).toEqual({ effect: 3_000 });
    const reasonOf = async (...args: Parameters<typeof upload>) => {
      const taken = await upload(...args);
      return taken.kind === 'refused' ? taken.refusal.reason : 'TAKEN';
    };
    expect(await reasonOf(Buffer.from('名称,工作实效\n丙,9'), { format: 'csv' })).toBe('SHEET_FORM_UNKNOWN');
    expect(await reasonOf(Buffer.from('编号,工作实效\n'), { format: 'csv' })).toBe('SCORES_NONE');
    expect(await reasonOf(csv)).toBe('NOT_A_SPREADSHEET');
    expect(await reasonOf(csv, {}, as(id('stranger')))).toBe('NOT_AN_EVALUATOR');
  });

  it('once submitted it holds no mark and takes none', async () => {
    accepted(await scoreSheets(stage.evaluation).save({ roundId: ROUND, scores: sheetFor(2021, WHO) }, as(WHO)));
    const before = await download();
    accepted(await scoreSheets(stage.evaluation).submit(ROUND, as(WHO)));
    const [marks] = await cellsOf(await download());
    expect(marks?.cells.filter(({ kind, column }) => kind === 'number' && column > 4)).toEqual([]);
    expect(await upload(before)).toMatchObject({ refusal: { reason: 'SHEET_SUBMITTED_ALREADY' } });
  });
});
