import type { Candidate } from '../round/holders.ts';
import type { PreparedRound } from '../round/state.ts';
import { type AppealGround, decidesAppeals } from './ground.ts';

/** Roles that have a decided appeal looked at again. */
export const REOPENING_ROLES = ['committee-leader', 'discipline-inspector'] as const;

/** Roles that see what is appealed, because they act upon what is upheld. */
const OFFICES: readonly string[] = [...REOPENING_ROLES, 'committee-officer'];

/** Whether somebody reads every appeal of a round: the party that decides, and the offices of the round's committee and above it. */
export const readsAppeals = (round: PreparedRound, person: Candidate): boolean =>
  decidesAppeals(round, person) !== null ||
  person.grants.some(
    ({ role, organizationId, stands }) =>
      OFFICES.includes(role) && (organizationId === round.committeeId || stands === 'above'),
  );

/** Those who are judged read their own appeals, and are not told who decided. */
export const readsOwn = ({ isSubject }: AppealGround): boolean => isSubject;
