import type { LivePage, OwnFacts } from '../../application/live-feed.ts';
import type { LiveMessage } from './live-message.ts';

/** The part of what was told that comes after `at`; what lies between is read from the log first. */
export async function* joined(
  own: Pick<OwnFacts, 'read'>,
  told: LiveMessage,
  place: { contexts: readonly string[]; at: number },
): AsyncGenerator<LivePage> {
  let { at } = place;
  while (at < told.after) {
    const page = await own.read({ contexts: place.contexts, after: at, through: told.after });
    at = page.through;
    yield page;
  }
  if (told.through > at) yield { facts: told.facts.filter(({ position }) => position > at), through: told.through };
}
