import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { NOWHERE } from './bad-request.ts';
import type { BadRow, Sent } from './bad-row.ts';
import { type JudgedEdition, type Stage, UNIT_A } from './judged-edition.ts';

type Row = BadRow<JudgedEdition, Stage>;
type Made = Row['send'];

const post =
  (what: string, body: (played: JudgedEdition) => unknown): Made =>
  (played): Sent => ({ method: 'POST', path: `${played.round}/${what}`, body: body(played) });
const get =
  (what: string): Made =>
  (played) => ({ method: 'GET', path: `${played.round}/${what}` });
const deal = (body: object = {}): Made => post('dealing', () => ({ lot: '12', ...body }));
const propose = (terms: (played: JudgedEdition) => object): Made =>
  post('proposals', (played) => ({ terms: terms(played), why: '需要更正（虚构）。' }));
const redeal = (terms: object = {}): Made =>
  propose(() => ({ act: 'RedealEntries', lot: '12', reason: 'not-public', ...terms }));
const dismiss = (terms: (played: JudgedEdition) => object = () => ({})): Made =>
  propose((played) => ({
    ...{ act: 'DismissConflict', personId: played.person('expert-6'), entryId: played.entry(UNIT_A) },
    ...{ reason: 'no-tie', ...terms(played) },
  }));
const onProposal =
  (what: string, body: object = {}): Made =>
  (played) => ({ method: 'POST', path: `${played.round}/proposals/${played.id('redeal')}/${what}`, body });

const row = (
  name: string,
  [at, as, send]: readonly [Stage, string, Made],
  [status, reason, field]: readonly [number, string, string | null],
): Row => ({ name, at, as, send, status, reason, field });

const load = (seatId: string, atMost: number) => ({ seatId, atMost });
const officer = FIRST_OFFICER;

/** Deals that nobody may hold, that nothing follows from, or that come too early, too late or twice. */
export const judgedDeals: readonly Row[] = [
  row('no lot', ['seated', officer, post('dealing', () => ({}))], [400, 'INVALID_FIELD', 'lot']),
  row('a lot of 21 digits', ['seated', officer, deal({ lot: '1'.repeat(21) })], [400, 'INVALID_FIELD', 'lot']),
  row('a lot that is a number', ['seated', officer, deal({ lot: 12 })], [400, 'INVALID_FIELD', 'lot']),
  row(
    'a load of a seat that there is not',
    ['seated', officer, deal({ loads: [load(NOWHERE, 3)] })],
    [404, 'SEAT_UNKNOWN', 'loads[0].seatId'],
  ),
  row(
    'a load that is no seat',
    ['seated', officer, deal({ loads: [load('first', 3)] })],
    [400, 'INVALID_FIELD', 'loads[0].seatId'],
  ),
  row(
    'a load below zero',
    ['seated', officer, deal({ loads: [load(NOWHERE, -1)] })],
    [400, 'INVALID_FIELD', 'loads[0].atMost'],
  ),
  row(
    'a load above what a round holds',
    ['seated', officer, deal({ loads: [load(NOWHERE, 1_501)] })],
    [400, 'INVALID_FIELD', 'loads[0].atMost'],
  ),
  row('a word that a deal does not know', ['seated', officer, deal({ secret: 'x' })], [400, 'UNKNOWN_FIELD', 'secret']),
  row('a deal by a leader', ['seated', FIRST_LEADER, deal()], [403, 'NO_GRANT', null]),
  row('a deal by an evaluator', ['seated', 'expert-6', deal()], [403, 'NO_GRANT', null]),
  row('a deal by who puts forward', ['seated', `${UNIT_A}-officer`, deal()], [403, 'NO_GRANT', null]),
  row('a deal by nobody', ['seated', 'nobody', deal()], [401, 'NOT_SIGNED_IN', null]),
  row(
    'a deal asked for before there is one',
    ['seated', officer, get('dealing/deals/1')],
    [404, 'DEAL_NOT_FOUND', 'number'],
  ),
  row('a deal above what a round has', ['seated', officer, get('dealing/deals/31')], [400, 'INVALID_FIELD', 'number']),
  row('another deal before there is one', ['seated', officer, redeal()], [409, 'ENTRIES_NOT_DEALT', 'roundId']),
  row(
    'a deal of which nobody takes anything',
    [
      'seated',
      officer,
      post('dealing', (played) => ({ lot: '12', loads: played.seats.map((seatId) => load(seatId, 0)) })),
    ],
    [409, 'DEAL_IMPOSSIBLE', 'roundId'],
  ),
  row(
    'the same other deal proposed twice',
    ['dealt', officer, redeal({ lot: '77' })],
    [409, 'PROPOSED_ALREADY', 'terms'],
  ),
  row(
    'marks before anything is dealt out',
    [
      'seated',
      'expert-6',
      (played) => ({
        ...{ method: 'PUT', path: `${played.round}/sheet` },
        body: { scores: [{ entryId: played.entry(UNIT_A), marks: [{ criterionId: 'worth', mark: 100 }] }] },
      }),
    ],
    [409, 'ENTRIES_NOT_DEALT', 'roundId'],
  ),
  row('the same deal again', ['dealt', officer, deal()], [409, 'NOTHING_TO_DEAL', 'roundId']),
  row(
    'a seat twice',
    [
      'dealt',
      officer,
      post('dealing', (played) => ({
        lot: '12',
        loads: [load(played.seats[0] ?? '', 3), load(played.seats[0] ?? '', 4)],
      })),
    ],
    [400, 'SEAT_TWICE', 'loads[1].seatId'],
  ),
  row('the second deal of one', ['dealt', officer, get('dealing/deals/2')], [404, 'DEAL_NOT_FOUND', 'number']),
  row('the loads for an evaluator', ['dealt', 'expert-6', get('dealing')], [403, 'NO_GRANT', null]),
  row('a deal read by an evaluator', ['dealt', 'expert-6', get('dealing/deals/1')], [403, 'NO_GRANT', null]),
  row(
    'a deal read by who is judged',
    ['dealt', `${UNIT_A}-secretary`, get('dealing/deals/1')],
    [403, 'NO_GRANT', null],
  ),
  row('another deal from words', ['dealt', officer, redeal({ lot: '十二' })], [400, 'INVALID_FIELD', 'terms.lot']),
  row(
    'another deal for no reason of the list',
    ['dealt', officer, redeal({ reason: 'unlucky' })],
    [400, 'DEAL_REASON_UNKNOWN', 'reason'],
  ),
  row('another deal proposed by an evaluator', ['dealt', 'expert-6', redeal()], [403, 'NO_GRANT', null]),
  row(
    'another deal carried out by who proposed it',
    ['dealt', officer, onProposal('carry-out')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'another deal carried out by the same office',
    ['dealt', 'officer-2', onProposal('carry-out')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'another deal carried out by an evaluator',
    ['dealt', 'expert-6', onProposal('carry-out')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'another deal turned down without a word',
    ['dealt', FIRST_LEADER, onProposal('reject', { why: ' ' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row('a conflict dismissed that there is not', ['dealt', officer, dismiss()], [409, 'CONFLICT_UNKNOWN', 'entryId']),
  row(
    'a conflict of nobody with a seat',
    ['dealt', officer, dismiss((played) => ({ personId: played.person('leader-2') }))],
    [404, 'SEAT_UNKNOWN', 'personId'],
  ),
  row(
    'a conflict with an entry that there is not',
    ['dealt', officer, dismiss(() => ({ entryId: NOWHERE }))],
    [404, 'ENTRY_NOT_IN_ROUND', 'entryId'],
  ),
  row(
    'a conflict dismissed for no reason of the list',
    ['dealt', officer, dismiss(() => ({ reason: 'friends' }))],
    [400, 'DEAL_REASON_UNKNOWN', 'reason'],
  ),
  row('a conflict dismissed by whom it is about', ['dealt', 'expert-6', dismiss()], [403, 'NO_GRANT', null]),
  row('a deal after the stage', ['closed', officer, deal()], [409, 'ROUND_CLOSED', 'roundId']),
  row('another deal after the stage', ['closed', officer, redeal()], [409, 'ROUND_CLOSED', 'roundId']),
];
