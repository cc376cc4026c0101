import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';
import { type Chosen, chosenIn } from '../declaring/documents.ts';
import { type Evidence, evidenceIn } from '../declaring/evidence.ts';

export type Edition = Schemas['Edition'];
export type Track = Edition['tracks'][number];

/** Branches propose candidates, upon whom each of them votes before the unit declares any. */
export const standsForVote = ({ intake }: Pick<Edition, 'intake'>): boolean => intake === 'put-forward';

/** The role in which somebody puts forward: of candidates a branch's secretary, whom their unit declares after the vote. */
export const puttingForward = (one: Pick<Edition, 'intake' | 'nominatorRole'>): Edition['nominatorRole'] =>
  standsForVote(one) ? 'branch-secretary' : one.nominatorRole;

/** What is typed of a nomination, as long as nobody has sent it. */
export type Nomination = Readonly<{
  /** The unit or branch that puts forward. */
  nominatorId: string;
  track: string;
  /** What was made known before and is over, where the template asks for that; else empty. */
  ownNoticeId: string;
  /** The organization or person; empty of what has no id of its own. */
  subjectId: string;
  title: string;
  /** The capacity in which an office-holder is put forward. */
  as: string;
  /** Answers for it first. */
  leader: string;
  others: readonly string[];
  summary: string;
  files: readonly Evidence[];
  documents: Chosen;
}>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Out of what a draft holds; what an earlier page wrote and this one does not know is left out. */
export const nominationIn =
  (first: Nomination) =>
  (kept: unknown): Nomination => {
    const { others, files, documents, ...rest } = (kept ?? {}) as Partial<Nomination>;
    return {
      ...{ nominatorId: text(rest.nominatorId) || first.nominatorId, track: text(rest.track) || first.track },
      ownNoticeId: text(rest.ownNoticeId),
      ...{ subjectId: text(rest.subjectId), title: text(rest.title), as: text(rest.as), leader: text(rest.leader) },
      ...{ others: Array.isArray(others) ? others.map(text) : [], summary: text(rest.summary) },
      ...{ files: evidenceIn(files), documents: chosenIn(documents) },
    };
  };

/** What is put forward has an id on the platform: it is chosen, not written. */
export const isChosen = ({ kind }: Track): boolean => kind === 'organization' || isPerson({ kind });

export const isPerson = ({ kind }: Pick<Track, 'kind'>): boolean => kind === 'person' || kind === 'office-holder';

export const trackName = ({ nameZh, nameEn }: Track): string => either(nameZh, nameEn);
