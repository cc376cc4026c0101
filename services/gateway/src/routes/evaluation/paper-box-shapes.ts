import type { PaperBox } from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import { z } from 'zod';
import { id, instant, prose, sha256, slug, whole, word } from '../fields.ts';
import { entryRef, personRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const PAPERS_MAX = 20_000;
const ENTRIES_MAX = 200;
const EVIDENCE_MAX = 10;
const MARKS_MAX = 240;
const WHY_CHARS_MAX = 2_000;

export const paperBoxParams = z.strictObject({ roundId: id(), sourceId: schemeWord });
export const paperCountParams = paperBoxParams.extend({ countId: id() });
export const paperText = prose(WHY_CHARS_MAX);

const papers = () => whole(0, PAPERS_MAX);

const ENTRY_PAPERS = {
  handedOut: papers().meta({ description: '发出票数 / Papers handed out' }),
  found: papers().meta({ description: '收回票数 / Papers found in the box' }),
  invalid: papers().meta({ description: '其中无效票数 / Of these, papers that are not valid' }),
  marks: z.array(papers()).max(MARKS_MAX).meta({
    description:
      '有效票按问题、等次分列：逐个问题，等次由高到低；收回多于发出的为空 / Valid papers by question and level, the best first; none where more were found than handed out',
  }),
};

export const countBody = z.strictObject({
  entries: z
    .array(z.strictObject({ entryId: id(), ...ENTRY_PAPERS }))
    .min(1)
    .max(ENTRIES_MAX),
  evidence: z
    .array(sha256())
    .min(1)
    .max(EVIDENCE_MAX)
    .meta({ description: '计票单照片或扫描件的 SHA-256 / Photographs or scans of the tally sheet, by SHA-256' }),
  why: paperText.optional().meta({
    description: '重新计票的事由；首次计票可不填 / Why it is counted again; where nothing stands it may be left away',
  }),
});

const named = { nameZh: z.string(), nameEn: z.string() };
const ENTRY_STANDINGS = ['uncounted', 'waiting', 'confirmed'] as const;
const COUNT_STANDINGS = ['waiting', 'confirmed', 'contradicted'] as const;
const WHY_NOT = ['BOX_VOID', 'VOTERS_BELOW_MINIMUM', 'TURNOUT_BELOW_FLOOR'] as const;

const hindranceWord = word([
  'ROUND_NOT_OPEN',
  'ROUND_CLOSED',
  'DECISION_TAKEN_ALREADY',
  'STAGE_NOT_YOURS_NOW',
  'PAPER_BOX_OPENED',
]).meta({ id: 'PaperBoxHindrance' });

const opened = z
  .object({
    ...ENTRY_PAPERS,
    why: word(WHY_NOT)
      .nullable()
      .meta({ description: '不计票的原因；计票的为 null / Why it is not counted; null where it is' }),
  })
  .meta({ id: 'OpenedPapers' });

const boxEntry = z.object({
  entryId: entryRef(),
  title: z.string(),
  isOwn: z.boolean().meta({
    description:
      '本人或本人代表的对象，不得清点 / The caller is voted on, or speaks for what is: he counts nothing of it',
  }),
  paper: entryRef().nullable().meta({
    description:
      '同在一张推荐票上的第一个人选，须一并清点；按等次测评的为 null / The first name of the paper that it stands on with others, counted together; null where each entry is given a level',
  }),
  standing: word(ENTRY_STANDINGS).meta({ id: 'PaperStanding' }),
  opened: opened.nullable(),
});

const paperCount = z
  .object({
    countId: id(),
    at: instant(),
    entries: z.array(z.object({ entryId: entryRef(), ...ENTRY_PAPERS })),
    evidence: z.array(sha256()),
    countedBy: personRef(),
    standing: word(COUNT_STANDINGS).meta({ id: 'PaperCountStanding' }),
    settledBy: personRef().nullable(),
    why: z.string(),
    contradiction: z.string(),
  })
  .meta({ id: 'PaperCount' });

export const paperBox = z
  .object({
    paperBoxId: id(),
    sourceId: schemeWord,
    hindrance: hindranceWord
      .nullable()
      .meta({ description: '现在不能计票的原因；null：可以 / Why nobody counts now; null: tellers may' }),
    isOver: z.boolean(),
    isOpened: z.boolean(),
    isTeller: z.boolean(),
    turnoutFloor: z.number().int().meta({ description: '单位：万分之一 / In basis points' }),
    least: z.number().int(),
    levels: z.array(z.object({ level: slug(), ...named })),
    questions: z.array(z.object({ question: slug(), ...named })),
    pickAtMost: z.number().int().nullable().meta({
      description:
        '一张推荐票至多推荐几个；按等次测评的为 null / How many names one paper may pick; null where each entry is given a level',
    }),
    entries: z.array(boxEntry),
    counts: z.array(paperCount).meta({
      description:
        '各次计票，仅计票人可见，且不含与本人有关的 / What was counted, for tellers alone, and nothing that is said of themselves',
    }),
  })
  .meta({ id: 'PaperBox' });

export const paperBoxOut = ({
  levels,
  questions,
  entries,
  counts,
  hindrance,
  pickAtMost,
  ...box
}: PaperBox): AsSaid<z.input<typeof paperBox>> => ({
  ...box,
  hindrance: hindrance === '' ? null : hindrance,
  levels: [...levels],
  questions: [...questions],
  pickAtMost: pickAtMost ?? null,
  entries: entries.map(({ opened: found, paper, ...entry }) => ({
    ...entry,
    paper: paper === '' ? null : paper,
    opened:
      found === undefined ? null : { ...found, marks: [...found.marks], why: found.why === '' ? null : found.why },
  })),
  counts: counts.map(({ settledBy, ...count }) => ({
    ...count,
    settledBy: settledBy === '' ? null : settledBy,
    entries: count.entries.map((entry) => ({ ...entry, marks: [...entry.marks] })),
    evidence: [...count.evidence],
  })),
});
