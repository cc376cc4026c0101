import { localDateOf } from '@jiangong/calendar';
import { type Attachment, type Block, chineseDay, type OfficialDocument } from '@jiangong/documents';
import type { CircularIssued } from '../decision/taken-facts.ts';
import { INLINE_LINES_MAX } from './limits.ts';

export type Issued = CircularIssued['data'];

/** The issued text, cut where it was put together: head, sections, signature. */
type Parts = Readonly<{
  addressee: string;
  opening: string;
  sections: readonly string[];
  issuer: string;
  date: string;
}>;

/** `各单位：` and what follows on the next line; the last part is issuer over date. */
export const partsOf = ({ circular, documentNumber }: Issued): Parts => {
  const [first = '', ...rest] = circular.bodyZh.split('\n\n');
  const parts = first === documentNumber ? rest : [first, ...rest];
  const [opening = '', ...middle] = parts.slice(0, -1);
  const [issuer = '', date = ''] = (parts.at(-1) ?? '').split('\n');
  const [addressed = '', ...said] = opening.split('\n');
  return { addressee: addressed.replace(/：$/u, ''), opening: said.join(''), sections: middle, issuer, date };
};

const NUMBERED = /^(?<number>\d+)．(?<text>.*)$/u;

/** A list of its own where the lines of a section would fill pages: its number, and what it names as issued. */
const attachmentOf = (heading: string, lines: readonly string[]): Attachment => ({
  title: `${heading.replace(/^[^、]{1,3}、/u, '').replace(/（\d+[项名个]）$/u, '')}名单`,
  columns: [
    { title: '序号', share: 12, align: 'centre' },
    { title: '获奖名称', share: 88, align: 'left' },
  ],
  rows: lines.map((line, at) => {
    const { number = String(at + 1), text = line } = NUMBERED.exec(line)?.groups ?? {};
    return [number, text];
  }),
});

type Placed = Readonly<{ blocks: readonly Block[]; attachment: Attachment | null }>;

const placed = (section: string, inline: boolean, attachments: number): Placed => {
  const [heading = '', ...lines] = section.split('\n');
  const head: Block = { kind: 'heading', text: heading };
  const listed = lines.every((line) => NUMBERED.test(line));
  if (inline || !listed)
    return { blocks: [head, ...lines.map((text): Block => ({ kind: 'item', text }))], attachment: null };
  const note: Block = { kind: 'item', text: `名单见附件${attachments + 1}。` };
  return { blocks: [head, note], attachment: attachmentOf(heading, lines) };
};

/** The circular on paper, word for word as it was issued; what would fill pages stands in lists behind it. */
export const circularDocument = (issued: Issued, copies: string): OfficialDocument => {
  const { addressee, opening, sections, issuer, date } = partsOf(issued);
  const inline = sections.flatMap((section) => section.split('\n')).length <= INLINE_LINES_MAX;
  const blocks: Block[] = [{ kind: 'paragraph', text: opening }];
  const attachments: Attachment[] = [];
  for (const section of sections) {
    const { blocks: more, attachment } = placed(section, inline, attachments.length);
    blocks.push(...more);
    if (attachment !== null) attachments.push(attachment);
  }
  return {
    kind: 'official',
    mark: `${issuer}文件`,
    documentNumber: issued.documentNumber,
    title: issued.circular.titleZh,
    addressee,
    body: blocks,
    signature: { issuer, date },
    attachments,
    copies,
    imprint: { office: issuer, date: chineseDay(localDateOf(issued.issuedAt)) },
    madeAt: issued.issuedAt,
  };
};
