import { describe, expect, it } from '@jest/globals';
import { noticeDocument, type NoticeSheet, type PaperNotice } from '../../src/domain/papers/notice-document.ts';

const notice = (over: Partial<PaperNotice> = {}): PaperNotice => ({
  ...{ title: '政务服务“一网通办”', nominator: '省水利厅', subjectKind: 'project', from: '2026-11-30T16:00:00.000Z' },
  ...{ firstDay: '2026-12-01', lastDay: '2026-12-07', workingDays: 5 },
  ...over,
});
const sheet = (over: Partial<NoticeSheet> = {}): NoticeSheet => ({
  ...{
    about: 'entries',
    editionTitle: '2026年建功项目活动',
    issuer: '省直机关工委',
    address: 'https://jg.example/public/notices',
  },
  notices: [notice(), notice({ title: '河湖长制', nominator: '省林业局' })],
  ...over,
});
const rowsOf = (over: Partial<NoticeSheet>) => noticeDocument(sheet(over)).attachments[0]?.rows ?? [];

describe('a notice on paper', () => {
  it('says what is on notice, how long, how to object and who gives notice', () => {
    const { title, body, signature, attachments, mark } = noticeDocument(sheet());
    expect(title).toBe('关于2026年建功项目活动申报项目的公示');
    expect(body.map(({ text }) => text).join('\n')).toContain('（共2项）');
    expect(body[0]?.text).toContain('公示期为2026年12月1日至2026年12月7日（5个工作日）');
    expect(body.at(-1)?.text).toBe('公示网页：https://jg.example/public/notices');
    expect(signature).toEqual({ issuer: '省直机关工委', date: '2026年12月1日' });
    expect(attachments[0]?.rows).toEqual([
      ['1', '政务服务“一网通办”', '省水利厅'],
      ['2', '河湖长制', '省林业局'],
    ]);
    expect(mark).toBe('');
  });
  it('calls those who are proposed for an honour so', () =>
    expect(noticeDocument(sheet({ about: 'proposed' })).title).toBe('关于2026年建功项目活动拟表彰项目的公示'));
  it('speaks of projects only where all are', () =>
    expect(noticeDocument(sheet({ notices: [notice(), notice({ subjectKind: 'person' })] })).title).toContain(
      '申报对象',
    ));
  it('tells each period where they differ', () => {
    const later = notice({ firstDay: '2026-12-02', lastDay: '2026-12-08' });
    expect(rowsOf({ notices: [notice(), later] }).map((row) => row[3])).toEqual([
      '2026年12月1日至2026年12月7日（5个工作日）',
      '2026年12月2日至2026年12月8日（5个工作日）',
    ]);
  });
  it('leaves working days out where nobody has entered the holidays', () =>
    expect(noticeDocument(sheet({ notices: [notice({ workingDays: undefined })] })).body[0]?.text).toContain(
      '公示期为2026年12月1日至2026年12月7日。',
    ));
  it('is dated with its first notice: the same notices are the same paper on every day', () => {
    const { madeAt, signature } = noticeDocument(
      sheet({ notices: [notice({ from: '2026-12-01T16:00:00.000Z', firstDay: '2026-12-02' }), notice()] }),
    );
    expect([madeAt, signature.date]).toEqual(['2026-11-30T16:00:00.000Z', '2026年12月1日']);
  });
});
