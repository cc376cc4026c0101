import type { SignInEnded } from './facts.ts';
import type { EndSignIn } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

/** Whether there is a way in, only the gateway knows; ending none is told all the same, and harms nobody. */
export const endSignIn = (
  { personId }: Registered,
  { endedBy, reason }: EndSignIn,
): readonly SignInEnded[] | PersonRefusal =>
  wrongReason(reason) ?? [{ type: 'SignInEnded.v1', data: { personId, endedBy, prose: { why: reason } } }];
