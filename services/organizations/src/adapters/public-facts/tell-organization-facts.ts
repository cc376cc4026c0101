import type { Translator } from '@jiangong/messaging';
import * as told from '@jiangong/contracts/jiangong/organizations/events/v1/organizations_events';
import { ORGANIZATION_STREAMS } from '../../application/organization-stream.ts';
import type { OrganizationFact } from '../../domain/facts.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `organizations.${name}.v1`, data: message.toJSON(value) },
];

const translate = (fact: OrganizationFact): Told => {
  switch (fact.type) {
    case 'OrganizationFounded.v1':
      return tell('OrganizationFounded', told.OrganizationFounded, {
        ...fact.data,
        parentId: fact.data.parentId ?? '',
      });
    case 'OrganizationRenamed.v1':
      return tell('OrganizationRenamed', told.OrganizationRenamed, fact.data);
    case 'OrganizationMoved.v1':
      return tell('OrganizationMoved', told.OrganizationMoved, fact.data);
    case 'OrganizationClassified.v1':
      return tell('OrganizationClassified', told.OrganizationClassified, fact.data);
    case 'OrganizationDissolved.v1':
      return tell('OrganizationDissolved', told.OrganizationDissolved, {
        ...fact.data,
        successorIds: fact.data.successors,
        heirId: fact.data.heirId ?? '',
      });
    case 'OrganizationRestored.v1':
      return tell('OrganizationRestored', told.OrganizationRestored, fact.data);
    case 'OfficerAppointed.v1':
      return tell('OfficerAppointed', told.OfficerAppointed, fact.data);
    case 'OfficerRelieved.v1':
      return tell('OfficerRelieved', told.OfficerRelieved, fact.data);
    case 'DissolutionBegan.v1':
    case 'DissolutionAbandoned.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
      return [];
  }
};

/** What the tree tells other contexts. That something was begun, abandoned or proposed is its own matter. What was typed is not even looked at. */
export const tellOrganizationFacts: Translator = {
  context: 'organizations',
  streamPrefixes: [ORGANIZATION_STREAMS],
  translate: ({ type, data }) => translate({ type, data } as OrganizationFact),
};
