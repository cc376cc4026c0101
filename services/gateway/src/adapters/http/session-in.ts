import { EdgeError } from '../../application/problem.ts';
import type { Session } from '../../application/sessions.ts';
import type { LocalContext } from './register-routes.ts';

/** The session of a route that is not public: the registrar has let nobody through without one. */
export const sessionIn = ({ session }: LocalContext): Session => {
  if (session === undefined) throw new EdgeError('NOT_SIGNED_IN');
  return session;
};
