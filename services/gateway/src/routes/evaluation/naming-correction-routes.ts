import {
  CorrectNamingRequest,
  ListCorrectionsRequest,
  NamingServiceService,
  ProposeCorrectionRequest,
  RejectCorrectionRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, instant, word } from '../fields.ts';
import { organizationRef, personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { plain, why } from './decision-shapes.ts';
import { service, tags } from './shapes.ts';

const seriesParams = z.strictObject({ seriesId: id() });
const proposalParams = z.strictObject({ seriesId: id(), proposalId: id() });

const correction = z
  .object({
    proposalId: id(),
    organizationId: organizationRef(),
    change: word(answerWords.namingChange),
    state: word(answerWords.namingCorrection),
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string(),
    correctedBy: personRef().nullable(),
    correctedAt: instant().nullable(),
    answer: z.string(),
  })
  .meta({ id: 'NamingCorrection' });

/** Putting the list of a naming right: one person proposes, another of another role carries out. */
export const namingCorrectionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/series/{seriesId}/naming/corrections',
    founds: true,
    summary: {
      zh: '提出更正名单：列入或移出一个单位',
      en: 'Propose to put a unit on the list that its own data leave out by mistake, or to take one off',
    },
    tags,
    params: seriesParams,
    body: z.strictObject({
      organizationId: id(),
      change: word(answerWords.namingChange).meta({
        description: '列入（put-on）或移出（take-off） / To put it on the list, or to take it off',
      }),
      why,
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: NamingServiceService.proposeCorrection,
      request: ({ params, body }) => ProposeCorrectionRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/series/{seriesId}/naming/corrections/{proposalId}/carry-out',
    once: 'its-content',
    summary: { zh: '更正名单', en: 'Put the list right as another person of another role proposed' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: NamingServiceService.correctNaming,
      request: ({ params, body }) => CorrectNamingRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/series/{seriesId}/naming/corrections/{proposalId}/reject',
    once: 'its-content',
    summary: { zh: '不予更正或收回建议', en: 'Turn a proposed correction down, or take the own one back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: NamingServiceService.rejectCorrection,
      request: ({ params, body }) => RejectCorrectionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/series/{seriesId}/naming/corrections',
    summary: {
      zh: '名单的更正',
      en: 'See what was put right of the latest list and what is proposed, with the reasons; the reading is recorded',
    },
    tags,
    params: seriesParams,
    answer: z.object({ items: z.array(correction) }),
    call: {
      service,
      rpc: NamingServiceService.listCorrections,
      request: ({ params }) => ListCorrectionsRequest.fromPartial(params),
      respond: ({ corrections }) => ({ items: corrections.map((one) => plain(one)) }),
    },
  }),
];
