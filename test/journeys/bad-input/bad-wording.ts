import { type BadRequest, plan, planOf, secretary } from './bad-request.ts';
import type { SmallCampaign } from './small-campaign.ts';

/** 建功 in GBK, in the place of a title. */
const inGbk = (campaign: SmallCampaign): Buffer => {
  const [before = '', after = ''] = JSON.stringify(planOf(campaign, { title: '@@' })).split('@@');
  return Buffer.concat([Buffer.from(before), Buffer.from([0xbd, 0xa8, 0xb9, 0xa6]), Buffer.from(after)]);
};

const titled = (name: string, title: string): BadRequest => ({
  name,
  at: 'planned',
  as: secretary,
  send: plan({ title }),
  status: 400,
  reason: 'INVALID_FIELD',
  field: 'title',
});

/** Text that is not what somebody typed. */
export const badWording: readonly BadRequest[] = [
  {
    name: 'a GBK body that does not say so',
    at: 'planned',
    as: secretary,
    send: (campaign) => ({ method: 'POST', path: '/v1/entries', raw: inGbk(campaign) }),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'a GBK body that says so',
    at: 'planned',
    as: secretary,
    send: (campaign) => ({
      method: 'POST',
      path: '/v1/entries',
      raw: inGbk(campaign),
      headers: { 'content-type': 'application/json; charset=gbk' },
    }),
    status: 415,
    reason: 'CHARSET_NOT_SUPPORTED',
    field: 'Content-Type',
  },
  titled('a title that was garbled before it was sent', '\uFFFD\uFFFD项目'),
  titled('a title with a zero-width space', '建\u200B功'),
  titled('a title that turns its direction', '建功\u202E目项'),
  titled('a title of a filler that nobody sees', '\u3164'),
  titled('a title with a non-character', '建功\uFFFE'),
  titled('half of a character', '建功\uD83D'),
];
