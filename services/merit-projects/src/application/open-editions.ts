import type { CallContext } from '@jiangong/service-host';
import { byOf } from './callers.ts';
import type { CommendationClaims } from './claim-commendations.ts';
import type { EditionHandled, Editions } from './editions.ts';
import { openingOrders, type OpenEdition, type OpeningPorts } from './opening-orders.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { editionKey } from './sealed-fields.ts';
import type { SeriesClaims } from './series-claims.ts';
import { editionIdOf } from './streams.ts';
import type { KeyVault } from '@jiangong/privacy';

export type AmendEdition = Readonly<{
  editionId: string;
  titleZh: string;
  titleEn: string;
  parameters: Readonly<Record<string, string>>;
  effectiveOn: string;
  why: string;
}>;

const refused = (refusal: ReferenceRefusal): { kind: 'refused'; refusal: ReferenceRefusal } => ({
  kind: 'refused',
  refusal,
});

type Ports = OpeningPorts &
  Readonly<{ editions: Editions; claims: SeriesClaims; commendations: CommendationClaims; privacy: KeyVault }>;

/** Opening and amending: the orders that compile the adopted template. */
export const openEditions = (ports: Ports) => {
  const { editions, claims, commendations, templates, programmes, years, privacy } = ports;
  const opening = openingOrders(ports);
  return {
    open: async (
      request: OpenEdition,
      call: CallContext,
    ): Promise<Readonly<{ editionId: string; handled: EditionHandled }>> => {
      const { committeeId, seriesId, year } = request;
      const ordinal = request.ordinal === 0 ? 1 : request.ordinal;
      const editionId = editionIdOf(seriesId, year, ordinal);
      const made = await opening(request, call);
      const body = { rpc: 'OpenEdition', ...request };
      if ('reason' in made) return { editionId, handled: await editions.send(editionId, refused(made), body, call) };
      const { order, commends } = made;
      // Series and commendations are claimed only for an edition that can open: what is refused anyway must not keep a place.
      if (!(await editions.foresee(editionId, order))) {
        const claim = { seriesId, committeeId, year, ordinal, editionId, templateId: order.templateId };
        const isFree = !(await claims.foresee(claim, call.now));
        const taken = (isFree && (await commendations.claim(commends, call))) || (await claims.claim(claim, call));
        if (taken) return { editionId, handled: taken };
      }
      return { editionId, handled: await editions.send(editionId, { kind: 'order', order }, body, call) };
    },
    amend: async ({ why, ...open }: AmendEdition, call: CallContext): Promise<EditionHandled> => {
      const { editionId, titleZh, titleEn, parameters, effectiveOn } = open;
      const prose = await privacy.fingerprint(editionKey(open), { why });
      const body = { rpc: 'AmendEdition', ...open, prose };
      const edition = await editions.read(editionId);
      if (edition.kind === 'absent')
        return editions.send(editionId, refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' }), body, call);
      const { committeeId, templateHash, year } = edition.terms;
      const template = await templates.adopted(committeeId, templateHash);
      if (template.kind === 'absent')
        return editions.send(editionId, refused({ reason: 'TEMPLATE_NOT_ADOPTED', field: 'editionId' }), body, call);
      const holidays = await years.table();
      const compiled = programmes.compile(template.canonicalText, { parameters, year, holidays });
      if (compiled.kind === 'fault') return editions.send(editionId, refused(compiled.refusal), body, call);
      const { tables, needs, shares } = compiled;
      const of = { now: call.now, by: byOf(call) };
      const amendment = { titleZh, titleEn, parameters, tables, needs, shares, effectiveOn, why, holidays };
      return editions.send(
        editionId,
        { kind: 'order', order: { type: 'AmendEdition', ...of, ...amendment } },
        body,
        call,
      );
    },
  };
};
