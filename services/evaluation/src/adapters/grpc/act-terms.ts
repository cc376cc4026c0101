import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import { refused } from '@jiangong/service-host';
import type { RoundTerms, ScoringTerms } from '../../domain/round/proposal.ts';

/** People and seats that one proposal names; what is more was not meant. */
const NAMED_MAX = 1_000;

/** The terms of a request: which fields count depends on the act. */
export const termsOf = (given: rpc.ActTerms | undefined): ScoringTerms => {
  const { act = '', seatId = '', personId = '', entryId = '', until = '', reason = '', lot = '' } = given ?? {};
  const { phase = '', minutesNumber = '' } = given ?? {};
  const seatIds = (given?.seatIds ?? []).slice(0, NAMED_MAX);
  const personIds = (given?.personIds ?? []).slice(0, NAMED_MAX);
  switch (act) {
    case 'OpenLate':
      return { act, until };
    case 'ReopenRound':
      return { act, seatIds, until, reason };
    case 'VacateSeat':
    case 'ExcuseSeat':
      return { act, seatId, reason };
    case 'DrawReplacement':
      return { act, seatId, personIds };
    case 'DeclareRecusal':
    case 'LiftRecusal':
    case 'DismissConflict':
      return { act, personId, entryId, reason };
    case 'TakeOutEntry':
    case 'PutBackEntry':
      return { act, entryId, reason };
    case 'RedrawOrder':
    case 'RedealEntries':
      return { act, lot, reason };
    case 'ReopenEntry':
      return { act, entryId, seatIds, reason };
    case 'ChooseGoingOn':
      return { act, phase, entryIds: (given?.entryIds ?? []).slice(0, NAMED_MAX), minutesNumber };
    case 'RedrawList':
      return { act, sourceId: given?.sourceId ?? '', items: (given?.items ?? []).slice(0, NAMED_MAX) };
    case 'AnnulRound':
      return { act, reason };
    default:
      throw refused({ reason: 'ACT_UNKNOWN', field: 'terms.act' });
  }
};

const NOTHING: rpc.ActTerms = {
  act: '',
  seatId: '',
  seatIds: [],
  personId: '',
  personIds: [],
  entryId: '',
  until: '',
  reason: '',
  lot: '',
  phase: '',
  entryIds: [],
  minutesNumber: '',
  sourceId: '',
  items: [],
};

/** The terms as an answer shows them. Which decision an annulment is about is shown where decisions are. */
export const termsMessage = (terms: RoundTerms): rpc.ActTerms => {
  if (terms.act === 'AnnulDecision') return { ...NOTHING, act: terms.act, reason: terms.reason };
  if (terms.act === 'RedrawList') return { ...NOTHING, ...terms, items: [...terms.items] };
  return { ...NOTHING, ...terms };
};
