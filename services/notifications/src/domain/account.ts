import { localDateOf } from '@jiangong/calendar';
import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { NEW_DEVICES_TOLD_PER_DAY_MAX } from './limits.ts';

/** What can happen to somebody's way in that its owner is told of, beside a browser that was not seen before. */
export const ACCOUNT_CHANGES = [
  'password-changed',
  'password-reset',
  'second-factor-set-up',
  'second-factor-removed',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'passkey-copied',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

const NEW_DEVICE = 'new-device';

/** A person signed in from a browser that was not seen with him before. Nothing is told of the browser or where it stood. */
export type NewDeviceSeen = Fact<'NewDeviceSeen.v1', Readonly<{ personId: string; happenedAt: string }>>;

/** Somebody's way in was changed or used as it seldom is: its owner is told. */
export type AccountChanged = Fact<
  'AccountChanged.v1',
  Readonly<{ personId: string; change: AccountChange; happenedAt: string }>
>;

export type AccountFact = NewDeviceSeen | AccountChanged;

/** The gateway has written this down for a person; `happenedAt` by its clock. */
export type TellOfAccount = Readonly<{
  kind: 'TellOfAccount';
  personId: string;
  change: string;
  happenedAt: string;
  now: string;
}>;

export type AccountRefusal = Refusal<'CHANGE_UNKNOWN' | 'MOMENT_INVALID' | 'PERSON_MISSING'>;

/** What a person was told; `newDevices` of the latest day on which there were any. */
export type Account = Readonly<{ told: ReadonlySet<string>; newDevices: Readonly<{ day: string; count: number }> }>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

const keyOf = (change: string, happenedAt: string): string => `${change} ${happenedAt}`;
const isChange = (word: string): word is AccountChange => ACCOUNT_CHANGES.some((change) => change === word);
const changeOf = (fact: AccountFact): string => (fact.type === 'NewDeviceSeen.v1' ? NEW_DEVICE : fact.data.change);

/**
 * The same happening is told once. A browser that keeps no cookies is new at each sign-in: after some a day the page of the person's
 * sign-ins alone tells of them, or nobody would look at any.
 */
export const accountDecider: Decider<Account, TellOfAccount, AccountFact, AccountRefusal> = {
  initial: { told: new Set(), newDevices: { day: '', count: 0 } },
  decide: ({ told, newDevices }, { personId, change, happenedAt }) => {
    if (personId === '') return { reason: 'PERSON_MISSING', field: 'personId' };
    if (!INSTANT.test(happenedAt)) return { reason: 'MOMENT_INVALID', field: 'happenedAt' };
    if (told.has(keyOf(change, happenedAt))) return [];
    if (isChange(change)) return [{ type: 'AccountChanged.v1', data: { personId, change, happenedAt } }];
    if (change !== NEW_DEVICE) return { reason: 'CHANGE_UNKNOWN', field: 'change' };
    const isEnough = newDevices.day === localDateOf(happenedAt) && newDevices.count >= NEW_DEVICES_TOLD_PER_DAY_MAX;
    return isEnough ? [] : [{ type: 'NewDeviceSeen.v1', data: { personId, happenedAt } }];
  },
  evolve: ({ told, newDevices }, fact) => {
    const { happenedAt } = fact.data;
    const day = localDateOf(happenedAt);
    return {
      told: new Set([...told, keyOf(changeOf(fact), happenedAt)]),
      newDevices:
        fact.type === 'NewDeviceSeen.v1'
          ? { day, count: newDevices.day === day ? newDevices.count + 1 : 1 }
          : newDevices,
    };
  },
};
