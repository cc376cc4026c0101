import { localDateOf } from '@jiangong/calendar';
import type { TableDocument } from '@jiangong/documents';
import { asWritten, type CriterionColumn, type SheetContents, type SheetLine, writtenMark } from './form-layout.ts';

/** What was handed in, by what is known of it without opening it. */
export type PaperReceipt = Readonly<{ submittedAt: string; marks: number; sealedHash: string }>;

export type PaperSheet = Readonly<{
  contents: SheetContents;
  /** Without the draft's marks, to be filled in by hand. */
  blank: boolean;
  /** Of the latest submission; null before the first. */
  receipt: PaperReceipt | null;
  madeAt: string;
}>;

/** Hundredths of the width: what is left is the criteria's, in equal parts. */
const [NUMBER_SHARE, TITLE_SHARE, UNIT_SHARE, WHOLE] = [5, 28, 18, 100];

const markOn = ({ draft, source }: SheetContents, { entryId }: SheetLine, { criterion }: CriterionColumn): string => {
  const mark = draft[entryId]?.[criterion.id];
  return mark === undefined ? '' : asWritten(writtenMark(source, criterion, mark));
};

const said = ({ contents, blank, receipt }: PaperSheet): readonly string[] => {
  const all = `应评 ${contents.lines.length} 项，${contents.columns.length} 个指标。`;
  if (contents.status === 'submitted' && receipt !== null)
    return [
      `${all}评分表已于 ${localDateOf(receipt.submittedAt)} 提交并密封，共 ${receipt.marks} 个分值；启封之前任何人看不到分值，包括本人。`,
      `密封凭证（SHA-256）：${receipt.sealedHash}`,
    ];
  return [
    blank ? `${all}请逐项填写分值；手填之后须录入系统并提交方为有效。` : `${all}本表为草稿，尚未提交，不作为评分依据。`,
  ];
};

/**
 * One's own sheet to print, A4 across. Once it is submitted its marks are sealed for everybody: what proves that it is there is the hash of
 * the sealed sheet. The evaluator's name is written by hand: names of people stand in no file that is made here.
 */
export const paperSheet = (given: PaperSheet): TableDocument => {
  const { contents, blank, madeAt } = given;
  const { columns, lines, status } = contents;
  const share = (WHOLE - NUMBER_SHARE - TITLE_SHARE - UNIT_SHARE) / Math.max(1, columns.length);
  return {
    kind: 'table',
    title: contents.heading,
    notes: said(given),
    columns: [
      { title: '序号', share: NUMBER_SHARE, align: 'centre' },
      { title: '名称', share: TITLE_SHARE, align: 'left' },
      { title: '申报单位', share: UNIT_SHARE, align: 'left' },
      ...columns.map(({ title }) => ({ title, share, align: 'centre' as const })),
    ],
    rows: lines.map((line, at) => [
      ...[String(at + 1), line.title, line.organization],
      ...columns.map((column) => (status === 'submitted' ? '已密封' : blank ? '' : markOn(contents, line, column))),
    ]),
    closing: ['评委签名：＿＿＿＿＿＿＿＿＿＿　　　　日期：＿＿＿＿年＿＿月＿＿日'],
    madeAt,
  };
};
