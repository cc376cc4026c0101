import { postgresDraftStore } from './adapters/postgres/draft-store.ts';
import { drafts, type Drafts } from './application/drafts.ts';
import { keyFor } from './application/sealed-box.ts';
import type { Parts } from './open-parts.ts';

/** The drafts of this installation, under a key of their own. */
export const draftsOf = ({ database, masterKey }: Pick<Parts, 'database' | 'masterKey'>): Drafts =>
  drafts({ store: postgresDraftStore(database), key: keyFor(masterKey, 'drafts'), nowMs: Date.now });
