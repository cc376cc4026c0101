import { chineseDay, type OfficialDocument } from '@jiangong/documents';
import type { NoticesAbout } from './notice-papers.ts';

/** A notice as it goes on paper; days are the first and the last that count, "YYYY-MM-DD". */
export type PaperNotice = Readonly<{
  title: string;
  nominator: string;
  subjectKind: string;
  from: string;
  firstDay: string;
  lastDay: string;
  /** undefined where the holidays of a year that it touches are not known. */
  workingDays: number | undefined;
}>;

export type NoticeSheet = Readonly<{
  about: NoticesAbout;
  editionTitle: string;
  /** Who gives notice. */
  issuer: string;
  /** Where everybody finds the notices, and objects. */
  address: string;
  /** By nominator and title; at least one. */
  notices: readonly PaperNotice[];
}>;

/** What is on notice, in the field's words: projects where all are, else whatever is put forward. */
const nounOf = ({ about, notices }: NoticeSheet): string => {
  const thing = notices.every(({ subjectKind }) => subjectKind === 'project') ? '项目' : '对象';
  return about === 'entries' ? `申报${thing}` : `拟表彰${thing}`;
};

const periodOf = ({ firstDay, lastDay, workingDays }: PaperNotice): string => {
  const days = workingDays === undefined ? '' : `（${workingDays}个工作日）`;
  return `${chineseDay(firstDay)}至${chineseDay(lastDay)}${days}`;
};

const isOnePeriod = (notices: readonly PaperNotice[]): boolean =>
  new Set(notices.map((notice) => periodOf(notice))).size === 1;

const firstOf = (notices: readonly PaperNotice[]): PaperNotice => {
  const [first] = notices.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (first === undefined) throw new Error('a notice on paper without a notice');
  return first;
};

const listOf = ({ notices }: NoticeSheet, title: string) => {
  const one = isOnePeriod(notices);
  const column = (name: string, share: number, align: 'left' | 'centre' = 'left') => ({ title: name, share, align });
  return {
    title,
    columns: [
      column('序号', 10, 'centre'),
      column('名称', one ? 54 : 38),
      column('申报单位', one ? 36 : 24),
      ...(one ? [] : [column('公示期', 28)]),
    ],
    rows: notices.map((notice, at) => [
      ...[String(at + 1), notice.title, notice.nominator],
      ...(one ? [] : [periodOf(notice)]),
    ]),
  };
};

/**
 * A public notice (公示) as it hangs out: what is on notice and how long, how to object, who gives notice. Dated with the first notice
 * and not with today, so that the same notices are the same paper.
 */
export const noticeDocument = (sheet: NoticeSheet): OfficialDocument => {
  const { editionTitle, issuer, address, notices } = sheet;
  const noun = nounOf(sheet);
  const first = firstOf(notices);
  const period = isOnePeriod(notices) ? `公示期为${periodOf(first)}。` : '各项公示期见名单。';
  return {
    kind: 'official',
    mark: '',
    documentNumber: '',
    title: `关于${editionTitle}${noun}的公示`,
    addressee: '',
    body: [
      {
        kind: 'paragraph',
        text: `根据${editionTitle}工作安排，现将${noun}（共${notices.length}项）予以公示，名单附后。${period}`,
      },
      {
        kind: 'paragraph',
        text: `公示期内，任何单位和个人对公示内容有异议的，可向${issuer}反映，也可登录公示网页提出。提出异议应当说明事实和依据。`,
      },
      { kind: 'paragraph', text: `公示网页：${address}` },
    ],
    signature: { issuer, date: chineseDay(first.firstDay) },
    attachments: [listOf(sheet, `${editionTitle}${noun}名单`)],
    copies: '',
    imprint: null,
    madeAt: first.from,
  };
};
