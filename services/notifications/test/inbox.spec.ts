import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { InboxFact, ReminderFact } from '../src/domain/facts.ts';
import { inboxDecider } from '../src/domain/inbox.ts';
import type { InboxOrder, RemindOfDeadline } from '../src/domain/orders.ts';
import { remindersDecider } from '../src/domain/reminders.ts';

const now = '2021-11-20T01:00:00.000Z';
const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

describe('an inbox', () => {
  const { given } = deciderSpec(inboxDecider);
  const read = (...messageIds: string[]): InboxFact => ({ type: 'MessagesRead.v1', data: { messageIds } });
  const through = (throughPosition: number): InboxFact => ({ type: 'InboxRead.v1', data: { throughPosition } });
  const mark = (...messageIds: string[]): InboxOrder => ({ kind: 'MarkMessagesRead', messageIds, now });
  const markThrough = (throughPosition: number): InboxOrder => ({ kind: 'MarkInboxRead', throughPosition, now });

  it('remembers what was read', () => given().when(mark(A, B)).then(read(A, B)));
  it('a message is read once', () =>
    given(read(A))
      .when(mark(A, B, B))
      .then(read(B)));
  it('reading again changes nothing', () => given(read(A, B)).when(mark(B)).then());
  it('somebody who marks, marks something', () =>
    given().when(mark()).thenRefused({ reason: 'NOTHING_MARKED', field: 'messageIds' }));
  it('not more than 200 messages are marked at once', () =>
    given()
      .when(mark(...Array.from({ length: 201 }, (_, n) => `m${n}`)))
      .thenRefused({ reason: 'TOO_MANY_MESSAGES', field: 'messageIds' }));
  it('everything up to a position is read', () => given().when(markThrough(7)).then(through(7)));
  it('an earlier position changes nothing', () => given(through(7)).when(markThrough(7)).then());
  it.each([0, -1, 1.5])('%d is no position', (position) =>
    given().when(markThrough(position)).thenRefused({ reason: 'POSITION_INVALID', field: 'throughPosition' }),
  );
});

describe('the reminders of an edition', () => {
  const { given } = deciderSpec(remindersDecider);
  // The stage's last day is 30 November in Shanghai.
  const closesAt = '2021-11-30T16:00:00.000Z';
  const order = (daysLeft: number, at: string): RemindOfDeadline => ({
    kind: 'RemindOfDeadline',
    editionId: 'e',
    stage: 'declaration',
    closesAt,
    daysLeft,
    now: at,
  });
  const due = (daysLeft: number, until = closesAt): ReminderFact => ({
    type: 'ReminderDue.v1',
    data: { editionId: 'e', stage: 'declaration', closesAt: until, daysLeft },
  });

  it('are due from the beginning of their day on', () =>
    given().when(order(7, '2021-11-22T16:00:00.000Z')).then(due(7)));
  it('are not due before', () =>
    given()
      .when(order(7, '2021-11-22T15:59:59.999Z'))
      .thenRefused({ reason: 'REMINDER_TOO_EARLY', field: 'daysLeft' }));
  it('are given once', () => given(due(7)).when(order(7, '2021-11-24T00:00:00.000Z')).then());
  it('each distance is a reminder of its own', () =>
    given(due(7)).when(order(1, '2021-11-29T00:00:00.000Z')).then(due(1)));
  it('a stage that was rescheduled is reminded of anew', () =>
    given(due(7, '2021-11-25T16:00:00.000Z')).when(order(7, '2021-11-24T00:00:00.000Z')).then(due(7)));
  it('nobody is reminded of what is over', () =>
    given().when(order(1, closesAt)).thenRefused({ reason: 'STAGE_OVER', field: 'closesAt' }));
});
