import { createHash } from 'node:crypto';
import type { Campaign } from './campaign.ts';
import { EXPERTS, LEADER, OFFICER } from './cast.ts';

type Made = Readonly<{ documentId: string; sha256: string }>;
type Listed = Readonly<{ documentId: string; kind: string; format: string; standing: string; bytes: number }>;
export type Verified = Readonly<{ standing: string; withdrawnOn: string; title: string; grantedByZh: string }>;

const PAPERS = [
  ['circular', 'pdf'],
  ['circular', 'docx'],
  ['certificates', 'pdf'],
  ['plaque-list', 'pdf'],
] as const;

const make = (campaign: Campaign, kind: string, format: string): Promise<Made> =>
  campaign.order<Made>(OFFICER, `${campaign.roundPath}/documents`, { kind, format });

/** Everything that is made of the circular, fetched again: the kind of its file, and whether its hash is what was said. */
export const putOnPaper = async (campaign: Campaign): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [kind, format] of PAPERS) {
    const { documentId, sha256 } = await make(campaign, kind, format);
    await campaign.settled();
    const file = await campaign.play.as(OFFICER).getBytes(`/v1/documents/${documentId}/file`);
    const same = createHash('sha256').update(file).digest('hex') === sha256;
    found.push(`${kind} ${file.subarray(0, 2).toString('latin1')} ${same ? 'as said' : 'another'}`);
  }
  return found;
};

/** What was made and how it stands, by kind and format, newest first. */
export const papers = async (campaign: Campaign): Promise<readonly string[]> => {
  await campaign.settled();
  const { items } = await campaign.get<{ items: readonly Listed[] }>(LEADER, `${campaign.roundPath}/documents`);
  return items.map(({ kind, format, standing }) => `${kind} ${format} ${standing}`);
};

/** Why others than the office make none, and why none of them reads one. */
export const papersRefused = async (campaign: Campaign): Promise<readonly (string | undefined)[]> => {
  const path = `${campaign.roundPath}/documents`;
  const [expert] = EXPERTS;
  return [
    await campaign.reason(LEADER, path, { kind: 'circular', format: 'pdf' }),
    await campaign.reason(OFFICER, path, { kind: 'certificates', format: 'docx' }),
    (await campaign.play.as(expert).refused({ method: 'GET', path })).reason,
    (await campaign.play.public.refused({ method: 'GET', path })).reason,
  ];
};

export const certificatesAgain = async (campaign: Campaign): Promise<void> =>
  void (await make(campaign, 'certificates', 'pdf'));

/** What anybody is told who has the number on the certificate of an honour. */
export const verified = async (campaign: Campaign, honourPath: string): Promise<Verified> => {
  const { certificateNumber } = await campaign.get<{ certificateNumber: string }>(OFFICER, honourPath);
  return campaign.play.public.get<Verified>(`/v1/public/certificates/${certificateNumber}`);
};
