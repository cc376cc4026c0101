import {
  ConfirmTalkRequest,
  ListTalksRequest,
  RecordTalkRequest,
  RefuteTalkRequest,
  TalkServiceService,
  WithdrawTalkRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/talk_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';
import { talk, talkBody, talkOut, talkParams, talkRecordParams, talkWhy } from './talk-shapes.ts';

const RECORDS = '/v1/rounds/{roundId}/entries/{entryId}/talks/{rule}/records';
const why = z.strictObject({ why: talkWhy });

/** Talks that a decision asks for: written down by whoever held them, confirmed by whoever was talked with. */
export const talkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/talks',
    summary: {
      zh: '现行决定要求的谈话及其记录（查阅留痕）',
      en: 'The talks that the decision in force asks for, with what is on record; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(talk) }),
    call: {
      service,
      rpc: TalkServiceService.listTalks,
      request: ({ params }) => ListTalksRequest.fromPartial(params),
      respond: ({ talks }) => ({ items: talks.map(talkOut) }),
    },
  }),
  route({
    method: 'POST',
    path: RECORDS,
    founds: true,
    summary: {
      zh: '登记谈话，或写明事由更正记录；由被谈话方确认',
      en: 'Write a talk down, or correct its record with why; whoever was talked with confirms it',
    },
    tags,
    params: talkParams,
    body: talkBody,
    answer: z.object({ recordId: id(), receipt }),
    call: {
      service,
      rpc: TalkServiceService.recordTalk,
      request: ({ params, body }) => RecordTalkRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ recordId: response.recordId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${RECORDS}/{recordId}/confirmation`,
    once: 'its-content',
    summary: { zh: '确认谈话（由被谈话方）', en: 'Confirm a talk, as whoever was talked with' },
    tags,
    params: talkRecordParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: TalkServiceService.confirmTalk,
      request: ({ params }) => ConfirmTalkRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${RECORDS}/{recordId}/refutation`,
    once: 'its-content',
    summary: {
      zh: '否认谈话（由被谈话方）：写明事由，记录失效',
      en: 'Say with why that there was no such talk, as whoever is said to have been talked with: nothing stands',
    },
    tags,
    params: talkRecordParams,
    body: why,
    answer: receiptAnswer,
    call: {
      service,
      rpc: TalkServiceService.refuteTalk,
      request: ({ params, body }) => RefuteTalkRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${RECORDS}/{recordId}/withdrawal`,
    once: 'its-content',
    summary: {
      zh: '撤回谈话记录（由登记机关）：写明事由，记录失效',
      en: 'Take the record of a talk back with why, as whoever holds talks: nothing stands',
    },
    tags,
    params: talkRecordParams,
    body: why,
    answer: receiptAnswer,
    call: {
      service,
      rpc: TalkServiceService.withdrawTalk,
      request: ({ params, body }) => WithdrawTalkRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
