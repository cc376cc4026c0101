import { type Grant, isInForce, type Role } from '@jiangong/access';
import { EdgeError } from './problem.ts';

/** Where somebody who needs a second factor and has none sets one up: pages of the platform, as the problem tells them. */
export type EnrolAt = Readonly<{ page: string; route: string }>;

export type RequiredFactorPorts = Readonly<{
  /** The roles whose holders need one; none: it is left to each person. */
  roles: ReadonlySet<Role>;
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  hasFactor: (personId: string) => Promise<boolean>;
  enrolAt: EnrolAt;
  now: () => string;
}>;

/** What a role asks of the way in of whoever holds it. Asked at each request: a role of this minute counts in the next. */
export const requiredFactor = ({ roles, grantsOf, hasFactor, enrolAt, now }: RequiredFactorPorts) => {
  const isRequired = async (personId: string): Promise<boolean> => {
    if (roles.size === 0) return false;
    const at = now();
    return (await grantsOf(personId)).some((grant) => roles.has(grant.role) && isInForce(grant, at));
  };
  const isDue = async (personId: string): Promise<boolean> =>
    (await isRequired(personId)) && !(await hasFactor(personId));
  return {
    /** Whether a role that this person holds asks for a second factor. */
    isRequired,
    /** Whether it is asked for and not there: then this person does nothing but set one up. */
    isDue,
    /** Refusal: SECOND_FACTOR_REQUIRED. */
    check: async (personId: string): Promise<void> => {
      if (await isDue(personId)) throw new EdgeError('SECOND_FACTOR_REQUIRED', { details: { enrolAt } });
    },
  };
};

export type RequiredFactor = ReturnType<typeof requiredFactor>;
