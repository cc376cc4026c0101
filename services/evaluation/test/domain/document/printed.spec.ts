import { describe, expect, it } from '@jest/globals';
import type { CertificateBook } from '@jiangong/documents';
import { circularDocument, type Issued } from '../../../src/domain/document/circular-document.ts';
import { certificateBook, plaqueList } from '../../../src/domain/document/honour-documents.ts';
import { takenFacts } from '../decision/whole-decision.ts';

const issued = takenFacts.find(({ type }) => type === 'CircularIssued.v1')?.data as Issued;
const addressOf = (number: string): string => `https://jiangong.example/verify/${number}`;
const print = (withdrawn: readonly string[] = []) => ({ issued, withdrawn, addressOf });
const texts = (given: Issued): string =>
  circularDocument(given, '')
    .body.map(({ text }) => text)
    .join('\n');
const longer = (entries: number): Issued => ({
  ...issued,
  circular: {
    ...issued.circular,
    bodyZh: issued.circular.bodyZh.replace(
      '1．项目a（甲厅）',
      Array.from({ length: entries }, (_, at) => `${at + 1}．项目${at}（甲厅）`).join('\n'),
    ),
  },
});

describe('the circular on paper', () => {
  it('is what was issued, word for word', () => {
    const document = circularDocument(issued, '省委组织部');
    expect(document).toMatchObject({
      mark: '省直机关工委文件',
      documentNumber: '吉直党发〔2021〕30号',
      title: issued.circular.titleZh,
      addressee: '各单位',
      signature: { issuer: '省直机关工委', date: '2021年12月20日' },
      attachments: [],
      copies: '省委组织部',
      imprint: { office: '省直机关工委', date: '2021年12月20日' },
      madeAt: issued.issuedAt,
    });
    const printed = [document.documentNumber, `${document.addressee}：`, ...document.body.map(({ text }) => text)];
    expect([...printed, document.signature.issuer, document.signature.date].join('\n')).toBe(
      issued.circular.bodyZh.replaceAll('\n\n', '\n'),
    );
  });

  it('has its sections as headings', () =>
    expect(circularDocument(issued, '').body.filter(({ kind }) => kind === 'heading')).toEqual([
      { kind: 'heading', text: '一、一等奖（1项）' },
      { kind: 'heading', text: '二、突出业绩项目带头人（1名）' },
      { kind: 'heading', text: '三、优秀组织奖（1个）' },
    ]));

  it('names what would fill pages in lists behind it, and only that', () => {
    const { attachments, body } = circularDocument(longer(40), '');
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ title: '一等奖名单' });
    expect(attachments[0]?.rows).toHaveLength(40);
    expect(attachments[0]?.rows[39]).toEqual(['40', '项目39（甲厅）']);
    expect(body.map(({ text }) => text)).toContain('名单见附件1。');
    expect(texts(longer(40))).toContain('以上获一等奖项目的负责人。');
    expect(texts(longer(3))).toContain('3．项目2（甲厅）');
  });

  it('names nothing classified, for the issued text does not', () => {
    expect(JSON.stringify(circularDocument(issued, ''))).not.toContain('项目b');
    expect(JSON.stringify(circularDocument(issued, ''))).not.toContain('unit-b');
  });

  it('is made at the moment when it was issued: made later, it is the same', () =>
    expect(circularDocument(issued, '')).toEqual(circularDocument(issued, '')));
});

describe('certificates', () => {
  const books = (): CertificateBook => certificateBook(print());
  it('are one for each honour, with number and address', () => {
    expect(books().certificates.map(({ number }) => number)).toEqual(['C0', 'C1', 'C2', 'C3', 'C4']);
    expect(books().certificates[0]).toMatchObject({
      holder: '甲厅',
      award: '一等奖',
      merit: '你单位的“项目a”在2021年度“建功“十四五””中荣获',
      issuer: '省直机关工委',
      date: '2021年12月20日',
      address: 'https://jiangong.example/verify/C0',
    });
  });
  it('leave a line for a person’s name, which stands in no file', () => {
    const [, , person] = books().certificates;
    expect(person?.holder).toBe('＿＿＿＿＿＿＿＿ 同志');
    expect(person?.merit).toContain('你负责的“项目a”');
    expect(JSON.stringify(books())).not.toContain('leader-a');
  });
  it('are none for what was withdrawn', () =>
    expect(certificateBook(print(['honour-0', 'honour-4'])).certificates.map(({ number }) => number)).toEqual([
      'C1',
      'C2',
      'C3',
    ]));
  it('are none for what is no honour', () => {
    const honours = issued.honours.map((honour) => ({ ...honour, kind: 'card' }));
    expect(certificateBook({ ...print(), issued: { ...issued, honours } }).certificates).toEqual([]);
  });
});

describe('the list of plaques', () => {
  it('has entries and organizations, each with its code, and no person', () => {
    const { rows, notes } = plaqueList(print());
    expect(rows.map(([, , , number]) => number)).toEqual(['C0', 'C1', 'C4']);
    expect(rows[0]?.at(-1)).toEqual({ qr: 'https://jiangong.example/verify/C0' });
    expect(notes).toContain('共 3 块。');
  });
});
