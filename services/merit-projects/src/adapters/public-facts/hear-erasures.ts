import type { ProcessManager } from '@jiangong/messaging';
import type { Ground } from '@jiangong/service-host';
import { editions } from '../../application/editions.ts';
import { forgetAuthors } from '../../application/erase-authors.ts';
import { nominatorsEntries } from '../../application/nominators-entries.ts';
import type { EntryPlace } from '../../application/ports.ts';
import { workingYears } from '../../application/working-years.ts';
import { campaignKnowledge } from '../postgres/campaign-knowledge.ts';

/** Destroys the keys of whoever had his name erased, also when the process that took the order ended right behind the fact. */
export const hearErasures = (ground: Ground): ProcessManager => {
  const entries = nominatorsEntries(ground, editions(ground), workingYears(campaignKnowledge(ground)));
  const forget = forgetAuthors({ entries, privacy: ground.privacy });
  return {
    name: 'author-key-destroyer',
    contexts: ['merit_projects'],
    handle: async ({ type, data }) => {
      if (type === 'merit_projects.AuthorErased.v1') await forget(data as EntryPlace);
    },
  };
};
