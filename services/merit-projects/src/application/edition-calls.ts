import type { Checked } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { EditionOrder } from '../domain/edition/orders.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { editionKey } from './sealed-fields.ts';

export type MadeEditionOrder = Checked<EditionOrder, ReferenceRefusal>;

export const order = (made: EditionOrder): MadeEditionOrder => ({ kind: 'order', order: made });

/** Why it is ordered is prose: sealed in the fact, a fingerprint in the request hash. */
export const sendEdition =
  (editions: Editions, privacy: KeyVault) =>
  async (
    rpc: string,
    { why, ...open }: Readonly<{ editionId: string; why: string }>,
    made: MadeEditionOrder,
    call: CallContext,
  ): Promise<EditionHandled> => {
    const prose = await privacy.fingerprint(editionKey(open), { why });
    return editions.send(open.editionId, made, { rpc, ...open, prose }, call);
  };
