import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { accountDecider, type AccountFact, type TellOfAccount } from '../src/domain/account.ts';
import { NEW_DEVICES_TOLD_PER_DAY_MAX } from '../src/domain/limits.ts';

const { given } = deciderSpec(accountDecider);
const at = (hour: number, day = '29'): string => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const tell = (change: string, happenedAt = at(1), personId = 'p'): TellOfAccount => ({
  ...{ kind: 'TellOfAccount', personId, change, happenedAt, now: at(2) },
});
const changed = (happenedAt = at(1)): AccountFact => ({
  type: 'AccountChanged.v1',
  data: { personId: 'p', change: 'password-changed', happenedAt },
});
const seen = (happenedAt: string): AccountFact => ({ type: 'NewDeviceSeen.v1', data: { personId: 'p', happenedAt } });

describe('what happened to somebody’s way in', () => {
  it('is told once, whoever tells it again', () => {
    given().when(tell('password-changed')).then(changed());
    given(changed()).when(tell('password-changed')).then();
    given(changed())
      .when(tell('password-changed', at(3)))
      .then(changed(at(3)));
  });
  it('is one of the words that are known, with its moment and its person', () => {
    given().when(tell('login-changed')).thenRefused({ reason: 'CHANGE_UNKNOWN', field: 'change' });
    given().when(tell('new-device', 'yesterday')).thenRefused({ reason: 'MOMENT_INVALID', field: 'happenedAt' });
    given()
      .when(tell('new-device', at(1), ''))
      .thenRefused({ reason: 'PERSON_MISSING', field: 'personId' });
  });
  it('of new browsers a few a day are told, in Shanghai’s days, and changes always', () => {
    const few = Array.from({ length: NEW_DEVICES_TOLD_PER_DAY_MAX }, (_, hour) => seen(at(hour)));
    given(...few)
      .when(tell('new-device', at(9)))
      .then();
    given(...few)
      .when(tell('password-changed', at(9)))
      .then(changed(at(9)));
    given(...few)
      .when(tell('new-device', at(16)))
      .then(seen(at(16)));
  });
});
