import type { Certificate, CertificateBook, Measure, OfficialDocument, TableDocument } from '@jiangong/documents';

export const MADE_AT = '2021-12-20T02:00:00.000Z';

/** Full width for Chinese, half for the rest: what layout decides must not need a font to be tested. */
export const measure: Measure = (text, _face, size) =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 255 ? size : size / 2), 0);

export const official = (over: Partial<OfficialDocument> = {}): OfficialDocument => ({
  kind: 'official',
  mark: '中共吉林省直属机关工作委员会文件',
  documentNumber: '吉直党发〔2021〕30号',
  title: '中共吉林省直属机关工作委员会关于表彰2021年度“建功‘十四五’主题实践活动”获奖项目、个人和单位的通报',
  addressee: '各单位',
  body: [
    { kind: 'paragraph', text: '2021年度活动经评分、汇总排序，研究决定对以下项目、个人和单位予以通报表彰。' },
    { kind: 'heading', text: '一、突出业绩奖（1项）' },
    { kind: 'item', text: '1．黑土地保护与利用行动（省农业农村厅）' },
  ],
  signature: { issuer: '中共吉林省直属机关工作委员会', date: '2021年12月20日' },
  attachments: [],
  copies: '',
  imprint: { office: '中共吉林省直属机关工作委员会', date: '2021年12月20日' },
  madeAt: MADE_AT,
  ...over,
});

export const listed = (rows: number): OfficialDocument['attachments'][number] => ({
  title: '突出业绩奖名单',
  columns: [
    { title: '序号', share: 12, align: 'centre' },
    { title: '获奖名称', share: 88, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_, at) => [String(at + 1), `优化营商环境第${at + 1}号项目（省市场监督管理厅）`]),
});

export const certificate = (over: Partial<Certificate> = {}): Certificate => ({
  heading: '荣誉证书',
  holder: '省农业农村厅',
  merit: '你单位的“黑土地保护与利用行动”在2021年度活动中荣获',
  award: '突出业绩奖一等奖',
  closing: '特发此证，以资鼓励。',
  issuer: '中共吉林省直属机关工作委员会',
  date: '2021年12月20日',
  number: '2021-K3V9-0QTB-7ZME-4X1C-7',
  address: 'https://jiangong.example.gov.cn/verify/2021-K3V9-0QTB-7ZME-4X1C-7',
  ...over,
});

export const book = (...certificates: readonly Certificate[]): CertificateBook => ({
  kind: 'certificates',
  title: '荣誉证书',
  certificates,
  madeAt: MADE_AT,
});

export const plaques = (rows: number): TableDocument => ({
  kind: 'table',
  title: '奖牌制作名单',
  notes: [`共 ${rows} 块。`],
  columns: [
    { title: '序号', share: 10, align: 'centre' },
    { title: '获奖单位', share: 50, align: 'left' },
    { title: '查验码', share: 40, align: 'centre' },
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    '省农业农村厅',
    { qr: `https://jiangong.example.gov.cn/verify/2021-K3V9-0QTB-7ZME-4X1C-${at}` },
  ]),
  closing: ['核对：'],
  madeAt: MADE_AT,
});

/** What somebody may have called a project, to see what becomes of it. */
export const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['markup', '<w:p/><script>alert(1)</script>&amp;"\''],
  ['a formula', "=cmd|'/c calc'!A1"],
  ['a change of direction', 'abc\u202Edcba\u2066x\u2069'],
  ['line breaks', '一\n二\r\n三\u2028四'],
  ['control characters', 'a\u0000b\u0007c\u001Bd'],
  ['lone surrogates', 'a\uD800b\uDC00c'],
  ['a thousand characters', '长'.repeat(1_000)],
  ['a thousand characters without a place to break', 'x'.repeat(1_000)],
  ['nothing but blanks', ' \t\u3000 '],
  ['what ends a text of PDF', ')Tj ET\\) BT (%%EOF endstream endobj'],
];
