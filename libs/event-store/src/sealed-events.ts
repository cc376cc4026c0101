import type { Entry } from './entry.ts';
import type { NewEvent } from './event-store.ts';

/** Where in a chain an event made by `sealEntries` belongs. */
export type Link = Readonly<Pick<Entry, 'stream' | 'revision' | 'prev'>>;

const links = new WeakMap<NewEvent, Link>();

/** Remembers that we made this event ourselves, so that it need not be parsed and hashed again before it is sent. */
export const sealed = (event: NewEvent, link: Link): NewEvent => {
  links.set(Object.freeze(event), link);
  return event;
};

/** The link of an event that `sealEntries` made in this process; undefined for any other object, also for a copy. */
export const linkOf = (event: NewEvent): Link | undefined => links.get(event);
