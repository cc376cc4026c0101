import type { Handled } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  holidaysDecider,
  type HolidaysFact,
  type HolidaysOrder,
  type HolidaysRefusal,
} from '../domain/holidays/holidays.ts';
import { byOf } from './callers.ts';
import { holidaysKey, sealedOfHolidays } from './sealed-fields.ts';
import { holidaysStream, partIdOf } from './streams.ts';

export type EnterHolidays = Readonly<{
  year: number;
  noticeNumber: string;
  daysOff: readonly Readonly<{ from: string; to: string }>[];
  makeUpDays: readonly string[];
}>;
export type ProposeHolidays = EnterHolidays & Readonly<{ why: string }>;
export type HolidaysHandled = Handled<HolidaysFact, HolidaysRefusal>;

const givenOf = ({ noticeNumber, daysOff, makeUpDays }: EnterHolidays) => ({
  noticeNumber,
  daysOff: daysOff.map(({ from, to }) => [from, to] as const),
  makeUpDays,
});

/** A year's holidays: entered by an officer with the notice's number, corrected by two persons. */
export const enterHolidays = (ground: Ground) => {
  const handle = ground.handler(
    holidaysDecider,
    fieldCodec<HolidaysFact>(ground.privacy, sealedOfHolidays, { keepsStates: true }),
  );
  const send = (order: HolidaysOrder, body: unknown, call: CallContext): Promise<HolidaysHandled> =>
    handle({ stream: holidaysStream(order.year), order, body, context: call });
  const of = (call: CallContext, year: number) => ({ now: call.now, by: byOf(call), year });
  return {
    enter: (request: EnterHolidays, call: CallContext): Promise<HolidaysHandled> =>
      send(
        { type: 'EnterHolidays', ...of(call, request.year), ...givenOf(request) },
        { rpc: 'EnterHolidays', ...request },
        call,
      ),
    propose: async (
      { why, ...open }: ProposeHolidays,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: HolidaysHandled }>> => {
      const { year } = open;
      const proposalId = partIdOf(holidaysStream(year), call.requestId, 'proposal');
      const prose = await ground.privacy.fingerprint(holidaysKey({ year }), { why });
      const order = { type: 'ProposeAct', ...of(call, year), ...givenOf(open), proposalId, why } as const;
      return { proposalId, handled: await send(order, { rpc: 'ProposeHolidays', ...open, prose }, call) };
    },
    correct: (request: Readonly<{ year: number; proposalId: string }>, call: CallContext): Promise<HolidaysHandled> =>
      send(
        { type: 'CorrectHolidays', ...of(call, request.year), proposalId: request.proposalId },
        { rpc: 'CorrectHolidays', ...request },
        call,
      ),
    reject: async (
      { why, ...open }: Readonly<{ year: number; proposalId: string; why: string }>,
      call: CallContext,
    ): Promise<HolidaysHandled> => {
      const prose = await ground.privacy.fingerprint(holidaysKey(open), { why });
      const order = { type: 'RejectProposal', ...of(call, open.year), proposalId: open.proposalId, why } as const;
      return send(order, { rpc: 'RejectHolidays', ...open, prose }, call);
    },
  };
};
