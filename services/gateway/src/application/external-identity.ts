import { type Identity, linkHash, type LinkStore, LINK_TOKEN_FORM } from './one-time-links.ts';
import { EdgeError } from './problem.ts';

export type IdentityPorts = Readonly<{
  links: LinkStore;
  personOfIdentity: (identity: Identity) => Promise<string | undefined>;
}>;

/** Which person an external issuer's subject is. An invitation ties a new subject to the invited person, once. */
export const personOfExternal =
  ({ links, personOfIdentity }: IdentityPorts) =>
  async (identity: Identity, invitation: string | null): Promise<string | undefined> => {
    const known = await personOfIdentity(identity);
    if (known !== undefined || invitation === null) return known;
    if (!LINK_TOKEN_FORM.test(invitation)) throw new EdgeError('LINK_INVALID');
    const outcome = await links.redeemForIdentity(linkHash(invitation), identity);
    switch (outcome) {
      case 'done':
        return personOfIdentity(identity);
      case 'link-used':
        throw new EdgeError('LINK_INVALID');
      case 'person-tied':
        throw new EdgeError('ACCOUNT_EXISTS');
      case 'identity-taken':
        throw new EdgeError('IDENTITY_TAKEN');
    }
  };
