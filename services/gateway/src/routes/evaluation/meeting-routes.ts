import {
  AttestMeetingRequest,
  ListMeetingsRequest,
  MeetingServiceService,
  RecordMeetingRequest,
  RefuteMeetingRequest,
  WithdrawMeetingRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/meeting_service';
import { z } from 'zod';
import { day, id } from '../fields.ts';
import { personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { meeting, meetingOut, meetingParams, meetingWhy, recordBody, recordParams } from './meeting-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const OF_MEETING = '/v1/rounds/{roundId}/meetings/{stageId}';

/** What a second person does with what somebody wrote down. */
const settlingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_MEETING}/records/{recordId}/attestation`,
    once: 'its-content',
    summary: { zh: '确认会议记录（由到会领导）', en: 'Attest what was written down, as a leader who was there' },
    tags,
    params: recordParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeetingServiceService.attestMeeting,
      request: ({ params }) => AttestMeetingRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_MEETING}/records/{recordId}/refutation`,
    once: 'its-content',
    summary: {
      zh: '驳回会议记录，或收回本人登记的记录：写明事由，此前的记录仍然有效',
      en: 'Refute what was written down, or take it back oneself, with why: what stood before stands on',
    },
    tags,
    params: recordParams,
    body: z.strictObject({ why: meetingWhy }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeetingServiceService.refuteMeeting,
      request: ({ params, body }) => RefuteMeetingRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** Meetings of a round's calendar: written down by the office, attested by a leader who was there. */
export const meetingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/meetings',
    summary: {
      zh: '会议记录及某日的领导班子（查阅留痕）',
      en: 'The meetings of a round with what is on record, and who led the committee on a day; the reading is recorded',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      on: day()
        .meta({
          description: '领导班子以哪一日为准；未指定的为今天 / The day of which leaders are told; today unless told',
        })
        .optional(),
    }),
    answer: z.object({
      items: z.array(meeting),
      on: day(),
      leaders: z.array(z.object({ personId: personRef() })),
    }),
    call: {
      service,
      rpc: MeetingServiceService.listMeetings,
      request: ({ params, query: { on = '' } }) => ListMeetingsRequest.fromPartial({ ...params, on }),
      respond: ({ meetings, on, leaders }) => ({
        ...{ items: meetings.map(meetingOut), on },
        leaders: leaders.map((personId) => ({ personId })),
      }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_MEETING}/records`,
    founds: true,
    summary: {
      zh: '登记会议：首次、重开或更正；由到会领导确认后生效',
      en: 'Write a meeting down: held, held again or corrected; it stands once a leader who was there attests it',
    },
    tags,
    params: meetingParams,
    body: recordBody,
    answer: z.object({ recordId: id(), receipt }),
    call: {
      service,
      rpc: MeetingServiceService.recordMeeting,
      request: ({ params, body: { chairId, ...body } }) =>
        RecordMeetingRequest.fromPartial({ ...params, ...body, chair: chairId }),
      respond: (response) => ({ recordId: response.recordId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_MEETING}/withdrawal`,
    founds: true,
    summary: {
      zh: '提出撤销会议记录：所记会议并未召开；由一名领导确认后生效',
      en: 'Say that what stands on record was no meeting; it is gone once a leader attests that',
    },
    tags,
    params: meetingParams,
    body: z.strictObject({ why: meetingWhy }),
    answer: z.object({ recordId: id(), receipt }),
    call: {
      service,
      rpc: MeetingServiceService.withdrawMeeting,
      request: ({ params, body }) => WithdrawMeetingRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ recordId: response.recordId, ...accepted(response) }),
    },
  }),
  ...settlingRoutes,
];
