import type { Certificate, CertificateBook, TableDocument } from '@jiangong/documents';
import type { Honour } from '../decision/taken-facts.ts';
import { type Issued, partsOf } from './circular-document.ts';

/** Where a number is checked: the address that a code leads to. */
export type AddressOf = (certificateNumber: string) => string;

export type HonoursToPrint = Readonly<{
  issued: Issued;
  /** Those that do not stand any more get no paper. */
  withdrawn: readonly string[];
  addressOf: AddressOf;
}>;

/** For a person a line to be filled in by hand: names of people stand in membership alone, and in no kept file. */
const NAME_BY_HAND = '＿＿＿＿＿＿＿＿ 同志';

const isPerson = ({ holder }: Honour): boolean => holder.kind === 'person' || holder.kind === 'office-holder';
const isOrganization = ({ holder }: Honour): boolean => holder.kind === 'organization';

/** `2021年度“…”` out of the circular's own title. */
const occasionOf = ({ circular }: Issued, { awardYear }: Honour): string =>
  /关于表彰(?<occasion>.+)获奖项目、个人和单位的通报$/u.exec(circular.titleZh)?.groups?.['occasion'] ??
  `${awardYear}年度`;

const holderOf = (honour: Honour): string => {
  if (isPerson(honour)) return NAME_BY_HAND;
  return isOrganization(honour) ? honour.holder.zh : honour.homeName.zh;
};

const meritOf = (honour: Honour, occasion: string): string => {
  if (isPerson(honour)) return `你负责的“${honour.title}”在${occasion}中成绩突出，授予你`;
  if (isOrganization(honour)) return `在${occasion}中成绩突出，授予你单位`;
  return `你单位的“${honour.title}”在${occasion}中荣获`;
};

/** Honours alone: a level, a card or a bar is no honour to be hung on a wall. */
const printed = ({ issued, withdrawn }: HonoursToPrint): readonly Honour[] =>
  issued.honours.filter(({ kind, honourId }) => kind === 'honour' && !withdrawn.includes(honourId));

const certificateOf = (honour: Honour, { issued, addressOf }: HonoursToPrint): Certificate => {
  const { issuer, date } = partsOf(issued);
  return {
    heading: '荣誉证书',
    holder: holderOf(honour),
    merit: meritOf(honour, occasionOf(issued, honour)),
    award: honour.grade.zh,
    closing: '特发此证，以资鼓励。',
    issuer,
    date,
    number: honour.certificateNumber,
    address: addressOf(honour.certificateNumber),
  };
};

/** A certificate for each honour that stands, in the circular's order. */
export const certificateBook = (given: HonoursToPrint): CertificateBook => ({
  kind: 'certificates',
  title: `荣誉证书（${given.issued.documentNumber}）`,
  certificates: printed(given).map((honour) => certificateOf(honour, given)),
  madeAt: given.issued.issuedAt,
});

/** What is to be engraved for whom: entries and organizations, each with its number and a code that checks it. */
export const plaqueList = (given: HonoursToPrint): TableDocument => {
  const { issued, addressOf } = given;
  const honours = printed(given).filter((honour) => !isPerson(honour));
  const { issuer, date } = partsOf(issued);
  return {
    kind: 'table',
    title: '奖牌制作名单',
    notes: [`依据：${issued.documentNumber}　《${issued.circular.titleZh}》`, `共 ${honours.length} 块。`],
    columns: [
      { title: '序号', share: 6, align: 'centre' },
      { title: '获奖单位', share: 22, align: 'left' },
      { title: '奖牌内容', share: 32, align: 'left' },
      { title: '证书编号', share: 29, align: 'centre' },
      { title: '查验码', share: 11, align: 'centre' },
    ],
    rows: honours.map((honour, at) => [
      String(at + 1),
      holderOf(honour),
      `${occasionOf(issued, honour)}${isOrganization(honour) ? '' : `“${honour.title}”`}${honour.grade.zh}`,
      honour.certificateNumber,
      { qr: addressOf(honour.certificateNumber) },
    ]),
    closing: [`${issuer}　${date}`, '制作：　　　　　　　　　　核对：　　　　　　　　　　领取：'],
    madeAt: issued.issuedAt,
  };
};
