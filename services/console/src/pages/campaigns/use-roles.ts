import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client.ts';
import { organization } from '../../api/questions/organizations.ts';
import { me } from '../../api/questions/own.ts';
import type { Edition } from './stages.ts';

type Role = Schemas['Grant']['role'];

const ACTING: readonly Role[] = ['committee-officer', 'committee-leader', 'discipline-inspector'];

/** In which roles one stands over an edition: those given for its committee, or for what stands above that. */
export const useRoles = ({ committeeId }: Pick<Edition, 'committeeId'>): ReadonlySet<Role> => {
  const { data } = useQuery(me);
  const acting = (data?.grants ?? []).filter(({ role }) => ACTING.includes(role));
  // Asked for only by those who act elsewhere than in this very committee.
  const isOdd = acting.some(({ organizationId }) => organizationId !== committeeId);
  const place = useQuery({ ...organization(committeeId), enabled: isOdd });
  const places = new Set([committeeId, ...(place.data?.ancestorIds ?? [])]);
  return new Set(acting.filter(({ organizationId }) => places.has(organizationId)).map(({ role }) => role));
};
