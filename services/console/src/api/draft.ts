import { type RefObject, useEffect, useRef, useState } from 'react';
import { answerOf, api } from './client.ts';
import type { paths } from './generated/schema.ts';
import { problemOf, Refused } from './problem.ts';

type Kind = paths['/v1/drafts/{kind}/{subjectId}']['put']['parameters']['path']['kind'];

/** `elsewhere`: another text of this draft is kept, from another window, another device, or before it was read here; one must choose. */
export type DraftState = 'reading' | 'saved' | 'changed' | 'saving' | 'unsaved' | 'elsewhere';

/** What is typed is sent after this pause: a working day's typing makes some hundreds of saves. */
const PAUSE_MS = 2_000;
/** When the network is away. */
const AGAIN_MS = 10_000;
const NOTHING_YET = '-1';

const packed = (value: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
};
const unpacked = (text: string): unknown =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.codePointAt(0) ?? 0)));

type Kept = Readonly<{ revision: string; content: unknown }>;

const read = async (kind: Kind, subjectId: string): Promise<Kept | null> =>
  answerOf(api.GET('/v1/drafts/{kind}/{subjectId}', { params: { path: { kind, subjectId } } })).then(
    ({ revision, content }) => ({ revision: String(revision), content: unpacked(content) }),
    (error: unknown) => {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    },
  );

const write = async (kind: Kind, subjectId: string, value: unknown, revision: string): Promise<string> => {
  const saved = await answerOf(
    api.PUT('/v1/drafts/{kind}/{subjectId}', {
      params: { path: { kind, subjectId }, header: { 'If-Match': `"${revision}"` } },
      body: { content: packed(value) },
    }),
  );
  return String(saved.revision);
};

const forget = async (kind: Kind, subjectId: string): Promise<void> => {
  const { error, response } = await api.DELETE('/v1/drafts/{kind}/{subjectId}', {
    params: { path: { kind, subjectId } },
  });
  if (error !== undefined && response.status !== 404) throw problemOf(error, response);
};

export type Draft<Value> = Readonly<{
  value: Value;
  state: DraftState;
  set: (value: Value) => void;
  /** What another window saved meanwhile, where that is so. */
  other: Value | null;
  /** Goes on with what the other window has. */
  takeOther: () => void;
  /** Goes on with what stands here; the other's text is written over. */
  keepMine: () => void;
  /** Once it is sent, nothing of it is kept. */
  discard: () => Promise<void>;
}>;

/** The browser asks before a page goes whose text the platform has not. */
const useLeaveWarning = (state: DraftState): void => {
  useEffect(() => {
    if (state === 'saved' || state === 'reading') return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state]);
};

/** Reads once what is kept. A draft that can not be read keeps nobody from writing: the first save tells what is wrong. */
const useBeginning = (kind: Kind, subjectId: string, begin: (kept: Kept | null) => void): void => {
  useEffect(() => {
    let isHere = true;
    const beginHere = (kept: Kept | null): void => {
      if (isHere) begin(kept);
    };
    read(kind, subjectId).then(beginHere, () => beginHere(null));
    return () => {
      isHere = false;
    };
    // What begins is a rule of the page, not a state.
  }, [kind, subjectId]);
};

/** Saves once nobody has typed for a while, one save after the other; answers the last that was begun. */
const useSaving = <Value>(
  state: DraftState,
  value: Value,
  save: (value: Value) => Promise<void>,
): RefObject<Promise<void>> => {
  const writing = useRef(Promise.resolve());
  useEffect(() => {
    if (state !== 'changed' && state !== 'unsaved') return undefined;
    const begin = (): void => {
      writing.current = writing.current.then(async () => save(value));
    };
    const timer = setTimeout(begin, state === 'unsaved' ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
    // How it is saved is a rule of the page, not a state.
  }, [state, value]);
  return writing;
};

/**
 * What somebody has begun and not sent: kept by the platform for him alone, there again after a reload, a sign-in, on another device.
 * `restore` reads what was kept, which an earlier version of the page may have written; it answers null for what it does not know.
 * What is typed while it is `reading` is another text than what was kept, as from another window: one chooses.
 */
export const useDraft = <Value>(
  kind: Kind,
  subjectId: string,
  empty: Value,
  restore: (kept: unknown) => Value | null,
): Draft<Value> => {
  const [value, setValue] = useState(empty);
  const [state, setState] = useState<DraftState>('reading');
  const [met, setMet] = useState<Kept | null>(null);
  const revision = useRef(NOTHING_YET);
  const isTyped = useRef(false);

  useBeginning(kind, subjectId, (kept) => {
    const restored = kept === null ? null : restore(kept.content);
    if (isTyped.current && restored !== null) {
      setMet(kept);
      setState('elsewhere');
      return;
    }
    // Where nothing was kept, what was typed may have been saved meanwhile.
    if (kept !== null) revision.current = kept.revision;
    if (isTyped.current) return;
    if (restored !== null) setValue(restored);
    setState('saved');
  });

  const meet = async (): Promise<void> => {
    setMet(await read(kind, subjectId));
    setState((now) => (now === 'saved' ? now : 'elsewhere'));
  };
  const stayUnsaved = (): void => setState((now) => (now === 'saving' ? 'unsaved' : now));
  const save = async (given: Value): Promise<void> => {
    setState('saving');
    try {
      revision.current = await write(kind, subjectId, given, revision.current);
      setState((now) => (now === 'saving' ? 'saved' : now));
    } catch (error) {
      if (error instanceof Refused && error.status === 412) await meet().catch(stayUnsaved);
      else stayUnsaved();
    }
  };
  const writing = useSaving(state, value, save);
  useLeaveWarning(state);

  const settle = (next: Value): void => {
    revision.current = met?.revision ?? NOTHING_YET;
    setMet(null);
    setValue(next);
    setState('changed');
  };
  const other = met === null ? null : restore(met.content);
  return {
    value,
    state,
    set: (next) => {
      isTyped.current = true;
      setValue(next);
      setState((now) => (now === 'elsewhere' ? now : 'changed'));
    },
    other,
    takeOther: () => settle(other ?? value),
    keepMine: () => settle(value),
    discard: async () => {
      setState('saved');
      await writing.current;
      await forget(kind, subjectId);
      revision.current = NOTHING_YET;
    },
  };
};
