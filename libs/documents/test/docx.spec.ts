import { describe, expect, it } from '@jest/globals';
import { plainLine } from '@jiangong/documents';
import { docxOf } from '@jiangong/documents/docx';
import { strFromU8, unzipSync } from 'fflate';
import { HOSTILE, listed, official } from './example-documents.ts';

const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const TOKENS =
  /<\?xml [^?]*\?>\n|<(?<close>\/?)(?<name>[\w:]+)(?: [\w:]+="[^"<]*")*(?<empty>\/?)>|&(?<entity>\w+);|[<&]/gu;

/** Reads XML as strictly as it has to be for this: one root, every element closed in order, no stray `<` or `&`. */
const elementsOf = (xml: string): readonly string[] => {
  const open: string[] = [];
  const seen: string[] = [];
  for (const { 0: whole, groups = {} } of xml.matchAll(TOKENS)) {
    const { close, name, empty, entity } = groups;
    if (whole.startsWith('<?xml')) continue;
    if (entity !== undefined && Object.hasOwn(ENTITIES, entity)) continue;
    if (name === undefined) throw new Error(`stray ${whole}`);
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`${name} closes nothing`);
      continue;
    }
    seen.push(name);
    if (empty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join()} is open`);
  return seen;
};

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)]
    .map(([, text]) => (text ?? '').replaceAll(/&(\w+);/gu, (_whole, entity: string) => ENTITIES[entity] ?? ''))
    .join('\n');

const MAIN = 'word/document.xml';

describe('a document for Word', () => {
  const files = parts(docxOf(official({ attachments: [listed(3)], copies: '省委组织部' })));
  const main = files[MAIN] ?? '';

  it('is a package whose every part is well-formed and declared', () => {
    for (const xml of Object.values(files)) expect(elementsOf(xml).length).toBeGreaterThan(1);
    for (const name of Object.keys(files).filter((one) => one.endsWith('.xml') && one !== '[Content_Types].xml'))
      expect(files['[Content_Types].xml']).toContain(`PartName="/${name}"`);
  });

  it('has the paper, the margins and the lines of GB/T 9704—2012', () => {
    expect(main).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(main).toMatch(/w:pgMar w:top="2098" w:right="1474" w:bottom="198[45]" w:left="1587"/u);
    expect(main).toContain('<w:docGrid w:type="lines" w:linePitch="580"/>');
  });

  it('names the fonts of the standard, and what stands for them', () => {
    for (const font of ['仿宋_GB2312', '方正小标宋_GBK', '黑体']) expect(main).toContain(`w:eastAsia="${font}"`);
    expect(files['word/fontTable.xml']).toContain('仿宋,FangSong');
  });

  it('says what it has to say, in order', () => {
    const text = textOf(main);
    const expected = [
      '中共吉林省直属机关工作委员会文件',
      '吉直党发〔2021〕30号',
      '各单位：',
      '一、突出业绩奖（1项）',
      '附件：突出业绩奖名单',
      '2021年12月20日',
      '优化营商环境第3号项目',
      '抄送：省委组织部。',
    ];
    expect(expected.map((one) => text.indexOf(one))).toEqual(
      expected.map((one) => text.indexOf(one)).toSorted((a, b) => a - b),
    );
    expect(text).not.toContain('undefined');
    for (const one of expected) expect(text).toContain(one);
  });

  it('numbers its pages outside, and repeats the heads of its lists', () => {
    expect(files['word/footer1.xml']).toContain('<w:jc w:val="right"/>');
    expect(files['word/footer2.xml']).toContain('<w:jc w:val="left"/>');
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(main).toContain('<w:tblHeader/>');
  });

  it('is the same bytes for the same document', () => expect(docxOf(official())).toEqual(docxOf(official())));
});

describe('whatever somebody called a project, in Word', () => {
  it.each(HOSTILE)('%s stays a text', (_what, text) => {
    const item = { kind: 'item' as const, text };
    const files = parts(
      docxOf(official({ body: [item], title: text, attachments: [{ ...listed(1), rows: [['1', text]] }] })),
    );
    for (const xml of Object.values(files)) elementsOf(xml);
    const main = files[MAIN] ?? '';
    expect(textOf(main)).toContain(plainLine(text));
    expect(main).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/u);
    expect(main).not.toContain('instrText');
  });
});
