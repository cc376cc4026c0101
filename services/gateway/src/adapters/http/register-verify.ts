import type { Honour } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { localDateOf } from '@jiangong/calendar';
import type { FastifyInstance } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import { CERTIFICATE_CHARS_MAX } from '../../routes/evaluation/honour-routes.ts';
import { line } from '../../routes/fields.ts';
import { escapeHtml, pageOf } from './page.ts';
import { sendPage } from './send-page.ts';

type Texts = Readonly<{ zh: string; en: string }>;

export type VerifyParts = Readonly<{ certificate: (certificateNumber: string) => Promise<Honour> }>;

const typed = line(CERTIFICATE_CHARS_MAX);

const both = ({ zh, en }: Texts): string =>
  `${escapeHtml(zh)}${en === '' || en === zh ? '' : ` <span lang="en">${escapeHtml(en)}</span>`}`;

const STANDING: Readonly<Record<string, Texts>> = {
  stands: { zh: '有效', en: 'It stands' },
  expired: { zh: '已到期', en: 'Its term is over' },
  withdrawn: { zh: '已撤销', en: 'It has been withdrawn' },
};

const row = (name: Texts, value: string): string =>
  value === '' ? '' : `<p>${both(name)}<br><strong>${value}</strong></p>`;

const certificatePage = (honour: Honour): string => {
  const standing = STANDING[honour.standing] ?? { zh: honour.standing, en: '' };
  const alarm = honour.standing === 'stands' ? '' : ' class="error" role="status"';
  const since = honour.withdrawnOn === '' ? '' : `（${escapeHtml(honour.withdrawnOn)}）`;
  const rows = [
    row({ zh: '荣誉', en: 'Honour' }, both({ zh: honour.gradeZh, en: honour.gradeEn })),
    row({ zh: '项目', en: 'Entry' }, escapeHtml(honour.title)),
    row({ zh: '单位', en: 'Organization' }, both({ zh: honour.organizationZh, en: honour.organizationEn })),
    row({ zh: '授予机关', en: 'Granted by' }, both({ zh: honour.grantedByZh, en: honour.grantedByEn })),
    row({ zh: '文号', en: 'Document number' }, escapeHtml(honour.documentNumber)),
    row({ zh: '授予日期', en: 'Granted on' }, escapeHtml(localDateOf(honour.grantedAt))),
    row({ zh: '有效期至', en: 'Held until' }, escapeHtml(honour.until)),
  ];
  return pageOf({
    title: '证书查验 · Certificate',
    body: `<p${alarm}><strong>${both(standing)}${since}</strong></p>${rows.join('')}`,
  });
};

/** The page that a certificate's code leads to. Mistyped and unknown numbers are answered alike. */
export const registerVerify = (scope: FastifyInstance, { certificate }: VerifyParts): void => {
  scope.get('/verify/:number', async (request, reply) => {
    const given = typed.safeParse((request.params as { number: string }).number);
    if (!given.success) throw new EdgeError('INVALID_FIELD', { field: 'certificateNumber' });
    return sendPage(reply, certificatePage(await certificate(given.data)));
  });
};
