import {
  DOCUMENT_FORMATS,
  type DocumentFormat,
  type PrintedDocument,
  type Printing,
  TEMPLATE_VERSION,
} from '@jiangong/documents';
import { aggregateIdOf, type Handled, sha256Hex } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import { type CallContext, type Ground, refused } from '@jiangong/service-host';
import { noticeDocument } from '../domain/papers/notice-document.ts';
import {
  type NoticePaperFact,
  type NoticePaperRefusal,
  type NoticesAbout,
  NOTICES_ABOUT,
  noticePapersDecider,
} from '../domain/papers/notice-papers.ts';
import { noticeDays } from '../domain/working-days.ts';
import { byOf } from './callers.ts';
import type { PaperKnowledge } from './ports.ts';
import { editionKey, sealedOfNoticePapers } from './sealed-fields.ts';
import { papersIdOf, papersStream } from './streams.ts';
import type { WorkingYears } from './working-years.ts';

export type MakeNoticePaperRequest = Readonly<{ editionId: string; about: string; format: string; address: string }>;
export type WithdrawNoticePaperRequest = Readonly<{ paperId: string; reason: string; why: string }>;
export type PaperHandled = Handled<NoticePaperFact, NoticePaperRefusal>;
export type MadePaper = Readonly<{ handled: PaperHandled; paperId: string; sha256: string; content: Uint8Array }>;

type Asked = Readonly<{ editionId: string; about: NoticesAbout; format: DocumentFormat; address: string }>;
type Ports = Readonly<{ knowledge: PaperKnowledge; years: WorkingYears; printing: Printing }>;

const refusalOf = (refusal: NoticePaperRefusal): Extract<PaperHandled, { kind: 'refused' }> => ({
  kind: 'refused',
  refusal,
});
const notMade = (refusal: NoticePaperRefusal): MadePaper => ({
  ...{ handled: refusalOf(refusal), paperId: '', sha256: '', content: new Uint8Array() },
});

const isAbout = (word: string): word is NoticesAbout => (NOTICES_ABOUT as readonly string[]).includes(word);
const isFormat = (word: string): word is DocumentFormat => (DOCUMENT_FORMATS as readonly string[]).includes(word);

const wordsOf = ({ about, format, ...asked }: MakeNoticePaperRequest): Asked | NoticePaperRefusal => {
  if (!isAbout(about)) return { reason: 'NOTICES_ABOUT_UNKNOWN', field: 'about' };
  if (!isFormat(format)) return { reason: 'PAPER_FORMAT_UNKNOWN', field: 'format' };
  return { ...asked, about, format };
};

/** The notices that run, as a document; a refusal where there is nothing to print. */
const documentOf = async (
  { knowledge, years }: Ports,
  { editionId, about, address }: Asked,
  now: string,
): Promise<Readonly<{ document: PrintedDocument; notices: number }> | NoticePaperRefusal> => {
  const found = await knowledge.runningNotices({ editionId, about, now });
  if (found === 'too-many') return { reason: 'TOO_MANY_NOTICES', field: 'editionId' };
  if (found === undefined || found.notices.length === 0) return { reason: 'NOTICE_NOT_RUNNING', field: 'about' };
  const table = await years.table();
  const notices = found.notices.map(({ from, until, ...notice }) => ({
    ...{ ...notice, from },
    ...noticeDays(table, from, until),
  }));
  const { editionTitle, issuer } = found;
  return { document: noticeDocument({ about, editionTitle, issuer, address, notices }), notices: notices.length };
};

/** Notices on paper: made of those that run, known by the hash of their bytes. Made again of the same, it is the same paper. */
export const noticePapers = (ground: Ground, ports: Ports) => {
  const handle = ground.handler(
    noticePapersDecider,
    fieldCodec<NoticePaperFact>(ground.privacy, sealedOfNoticePapers, { keepsStates: true }),
  );
  const make = async (request: MakeNoticePaperRequest, call: CallContext): Promise<MadePaper> => {
    const asked = wordsOf(request);
    if ('reason' in asked) return notMade(asked);
    // What was published a moment ago stands on it.
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    const made = await documentOf(ports, asked, call.now);
    if ('reason' in made) return notMade(made);
    const content = await ports.printing.print(made.document, asked.format);
    if (content === 'busy') return notMade({ reason: 'DOCUMENTS_BUSY', field: 'format' });
    const { editionId, about, format } = asked;
    const papersId = papersIdOf(editionId, about, format);
    const stream = papersStream(papersId);
    const sha256 = sha256Hex(content);
    const paper = {
      ...{ papersId, paperId: aggregateIdOf(call.requestId, 'paper'), editionId, about, format },
      ...{ notices: made.notices, sha256, bytes: content.byteLength, template: TEMPLATE_VERSION },
    };
    const order = { type: 'MakeNoticePaper', now: call.now, by: byOf(call), paper } as const;
    const handled = await handle({ stream, order, body: { rpc: 'MakeNoticePaper', ...request }, context: call });
    const { state } = await handle.stateOf(stream);
    const stands = state.findLast((one) => one.sha256 === sha256);
    return { handled, paperId: stands?.id ?? '', sha256, content };
  };
  const withdraw = async (request: WithdrawNoticePaperRequest, call: CallContext): Promise<PaperHandled> => {
    const { paperId, reason, why } = request;
    const papersId = await ports.knowledge.papersIdOf(paperId);
    if (papersId === undefined) return refusalOf({ reason: 'PAPER_NOT_FOUND', field: 'paperId' });
    const stream = papersStream(papersId);
    const paper = (await handle.stateOf(stream)).state.find(({ id }) => id === paperId);
    const prose = paper && (await ground.privacy.fingerprint(editionKey(paper), { why }));
    const order = { type: 'WithdrawNoticePaper', now: call.now, by: byOf(call), paperId, reason, why } as const;
    return handle({ stream, order, body: { rpc: 'WithdrawNoticePaper', paperId, reason, prose }, context: call });
  };
  return { make, withdraw };
};
