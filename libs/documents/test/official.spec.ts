import { describe, expect, it } from '@jest/globals';
import { type Drawn, layOut, type Mark, plainLine } from '@jiangong/documents';
import { HOSTILE, listed, measure, official } from './example-documents.ts';

const MM = 72 / 25.4;
const TOP = 37 * MM;
const LEFT = 28 * MM;
const RIGHT = LEFT + 156 * MM;
const BOTTOM = TOP + 225 * MM;
type Text = Extract<Mark, { kind: 'text' }>;
const texts = (page: readonly Mark[]): readonly Text[] => page.filter((mark) => mark.kind === 'text');
const said = (page: readonly Mark[] | undefined): string =>
  texts(page ?? [])
    .map(({ text }) => text)
    .join('\n');
const of = (drawn: Drawn, text: string): Text => {
  const found = drawn.pages.flatMap((page) => texts(page)).find((mark) => mark.text === text);
  if (found === undefined) throw new Error(`nothing says ${text}`);
  return found;
};
const body = (lines: number) =>
  Array.from({ length: lines }, (_, at) => ({ kind: 'item' as const, text: `第${at}行` }));

/** GB/T 9704—2012. */
describe('an official document', () => {
  const drawn = layOut(official(), measure);

  it('is A4, with its text within 156 × 225 mm', () => {
    expect([drawn.width, drawn.height]).toEqual([595.28, 841.89]);
    for (const { x, y, text } of drawn.pages.flatMap((page) => texts(page))) {
      expect(x).toBeGreaterThanOrEqual(LEFT - 1);
      expect(y).toBeGreaterThanOrEqual(TOP);
      if (!text.startsWith('—')) expect(y).toBeLessThanOrEqual(BOTTOM);
    }
  });

  it('has its mark in red, 35 mm below the edge of the text, over the number and a red line', () => {
    const mark = of(drawn, '中共吉林省直属机关工作委员会文件');
    expect(mark).toMatchObject({ face: 'title', colour: '#D7000F' });
    expect(mark.y - mark.size).toBeGreaterThan(TOP + 30 * MM);
    const number = of(drawn, '吉直党发〔2021〕30号');
    expect(number.y).toBeGreaterThan(mark.y);
    const [line] = drawn.pages[0]?.filter((one) => one.kind === 'rule') ?? [];
    expect(line).toMatchObject({ colour: '#D7000F', x1: LEFT, x2: RIGHT });
    expect((line as { y1: number }).y1 - number.y).toBeCloseTo(4 * MM + 16 * 0.2, 0);
  });

  it('has a body of 16 points, 22 lines to a page', () => {
    const { pages } = layOut(official({ mark: '', title: '题', body: body(60), imprint: null }), measure);
    expect(of(drawn, '1．黑土地保护与利用行动（省农业农村厅）')).toMatchObject({ size: 16, face: 'body' });
    expect(texts(pages[1] ?? [])).toHaveLength(22 + 1);
  });

  it('has headings in another face, two characters in', () => {
    const heading = of(drawn, '一、突出业绩奖（1项）');
    expect(heading.face).toBe('heading');
    expect(heading.x).toBeCloseTo(LEFT + (2 * 156 * MM) / 28, 3);
  });

  it('has the date four characters from the edge, the issuer centred over it', () => {
    const [issuer, date] = [of(drawn, '中共吉林省直属机关工作委员会'), of(drawn, '2021年12月20日')];
    expect(date.y).toBeGreaterThan(issuer.y);
    const middle = ({ text, x, size, spacing }: Text): number =>
      x + (measure(text, 'body', size) + [...text].length * spacing) / 2;
    expect(middle(issuer)).toBeCloseTo(middle(date), 0);
  });

  it('has its page number 7 mm below the text, odd ones on the right and even ones on the left', () => {
    const { pages } = layOut(official({ body: body(40) }), measure);
    const numbers = pages.map((page) => texts(page).find(({ text }) => text.startsWith('— ')));
    expect(numbers.map((one) => one?.text)).toEqual(pages.map((_, at) => `— ${at + 1} —`));
    expect(numbers[0]?.x).toBeGreaterThan(LEFT + 100 * MM);
    expect(numbers[1]?.x).toBeCloseTo(LEFT + 14, 3);
    expect((numbers[0]?.y ?? 0) - BOTTOM).toBeGreaterThan(7 * MM);
  });

  it('never leaves a signature alone on a page', () => {
    for (let lines = 1; lines < 50; lines++) {
      const { pages } = layOut(official({ body: body(lines), imprint: null }), measure);
      const last = said(pages.find((page) => said(page).includes('2021年12月20日')));
      expect(last).toContain(`第${lines - 1}行`);
    }
  });

  it('never leaves a heading alone at the end of a page', () => {
    for (let lines = 1; lines < 40; lines++) {
      const blocks = [
        ...body(lines),
        { kind: 'heading' as const, text: '二、标题' },
        { kind: 'item' as const, text: '后文' },
      ];
      const { pages } = layOut(official({ body: blocks }), measure);
      expect(said(pages.find((page) => said(page).includes('二、标题')))).toContain('后文');
    }
  });

  it('has who gets a copy and who sent it out at the lower edge of the last page', () => {
    const { pages } = layOut(official({ copies: '省委组织部，省委宣传部' }), measure);
    const last = pages.at(-1) ?? [];
    expect(said(last)).toContain('抄送：\n省委组织部，省委宣传部。');
    expect(said(last)).toContain('2021年12月20日印发');
    const rules = last.filter((mark) => mark.kind === 'rule').map(({ y1 }) => y1);
    expect(Math.max(...rules)).toBeCloseTo(BOTTOM, 3);
  });
});

describe('lists behind a document', () => {
  it('begin on a page of their own, are named in it, and repeat their head', () => {
    const { pages } = layOut(official({ attachments: [listed(60), listed(2)] }), measure);
    expect(said(pages[1])).toContain('附件：1．突出业绩奖名单');
    const first = pages.findIndex((page) => said(page).startsWith('附件1'));
    expect(first).toBeGreaterThan(0);
    for (const page of pages.slice(first)) expect(said(page)).toContain('序号\n获奖名称');
    const rows = pages.slice(first).flatMap((page) => texts(page).filter(({ text }) => text.startsWith('优化营商')));
    expect(rows).toHaveLength(62);
  });

  it('never run over the edge of the text', () => {
    const { pages } = layOut(official({ attachments: [listed(200)] }), measure);
    for (const { y, text } of pages.flatMap((page) => texts(page)))
      if (!text.startsWith('—')) expect(y).toBeLessThanOrEqual(BOTTOM);
  });
});

describe('whatever somebody called a project', () => {
  it.each(HOSTILE)('%s moves, breaks and hides nothing', (_what, text) => {
    const item = { kind: 'item' as const, text };
    const { pages } = layOut(official({ body: [item], attachments: [{ ...listed(1), rows: [['1', text]] }] }), measure);
    for (const mark of pages.flatMap((page) => texts(page))) {
      expect(mark.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
      expect(
        mark.x + measure(mark.text, mark.face, mark.size) + [...mark.text].length * mark.spacing,
      ).toBeLessThanOrEqual(RIGHT + 2);
    }
    const kept = pages
      .map((page) => said(page))
      .join('')
      .replaceAll(/\s/gu, '');
    expect(kept).toContain(plainLine(text).replaceAll(/\s/gu, ''));
  });
});
