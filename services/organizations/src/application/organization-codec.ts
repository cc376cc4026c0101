import { fieldCodec, type KeyVault } from '@jiangong/privacy';
import type { OrganizationFact } from '../domain/facts.ts';
import { organizationKey } from './organization-stream.ts';

const prose = { prose: organizationKey };

/** What people typed is sealed under the organization's own key: a name that slipped in can be forgotten. */
export const organizationCodec = (vault: KeyVault) =>
  fieldCodec<OrganizationFact>(vault, {
    'OrganizationMoved.v1': prose,
    'DissolutionBegan.v1': prose,
    'OrganizationDissolved.v1': prose,
    'ActProposed.v1': prose,
    'ProposalRejected.v1': prose,
  });
