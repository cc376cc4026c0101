import {
  ConfirmPaperCountRequest,
  ContradictPaperCountRequest,
  CountPapersRequest,
  ListPaperBoxesRequest,
  OpenPaperBoxRequest,
  PaperBoxServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receipt, receiptAnswer, receiptOut } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { countBody, paperBox, paperBoxOut, paperBoxParams, paperCountParams, paperText } from './paper-box-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const OF_BOX = '/v1/rounds/{roundId}/paper-boxes/{sourceId}';

/** What two persons do with one count. */
const settlingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_BOX}/counts/{countId}/confirmation`,
    once: 'its-content',
    summary: { zh: '核对无误：另一人确认计票', en: 'Confirm a count that somebody else made' },
    tags,
    params: paperCountParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: PaperBoxServiceService.confirmPaperCount,
      request: ({ params }) => ConfirmPaperCountRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_BOX}/counts/{countId}/contradiction`,
    once: 'its-content',
    summary: {
      zh: '核对不符，或计票人收回：写明事由，重新计票',
      en: 'Contradict a count, or take back one’s own: with why, and it is counted again',
    },
    tags,
    params: paperCountParams,
    body: z.strictObject({ why: paperText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: PaperBoxServiceService.contradictPaperCount,
      request: ({ params, body }) => ContradictPaperCountRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** Polls on paper: counted by two persons, corrected by two others, opened once. */
export const paperBoxRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/paper-boxes',
    summary: {
      zh: '纸质投票的计票情况（公布前票数只对计票人显示；查阅留痕）',
      en: 'The paper boxes of a round: before the opening what was counted is for tellers alone; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(paperBox) }),
    call: {
      service,
      rpc: PaperBoxServiceService.listPaperBoxes,
      request: ({ params }) => ListPaperBoxesRequest.fromPartial(params),
      respond: ({ boxes }) => ({ items: boxes.map(paperBoxOut) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_BOX}/counts`,
    founds: true,
    summary: {
      zh: '登记计票：一个或多个对象，附计票单；由另一人核对后生效',
      en: 'Count papers, of one entry or of many, with the tally sheet: it stands once another person confirms it',
    },
    tags,
    params: paperBoxParams,
    body: countBody,
    answer: z.object({ countId: id(), receipt }),
    call: {
      service,
      rpc: PaperBoxServiceService.countPapers,
      request: ({ params, body: { why = '', ...body } }) => CountPapersRequest.fromPartial({ ...params, ...body, why }),
      respond: (response) => ({ countId: response.countId, receipt: receiptOut(response.receipt) }),
    },
  }),
  ...settlingRoutes,
  route({
    method: 'POST',
    path: `${OF_BOX}/opening`,
    once: 'its-content',
    summary: {
      zh: '公布计票结果（投票截止且每个对象都经两人清点之后；公布后不能更改）',
      en: 'Open a box, once the vote is over and two persons have counted about every entry: from then on it stands',
    },
    tags,
    params: paperBoxParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: PaperBoxServiceService.openPaperBox,
      request: ({ params }) => OpenPaperBoxRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];
