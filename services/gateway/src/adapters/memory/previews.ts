import { LRUCache } from 'lru-cache';

/** Pictures made small that are kept in memory: some thousand of a list's, which a page asks for again and again. */
export const PREVIEWS_BYTES_MAX = 48_000_000;

/** Destroyed files that are remembered, for those whose picture is being drawn: the last ones. */
const GONE_KNOWN_MAX = 1_000;

/** `none`: there is no such file. `not-possible`: it is there, and no picture that can be drawn. */
export type Preview = Buffer | 'none' | 'not-possible';

export type PreviewParts<W extends number> = Readonly<{
  open: (sha256: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  draw: (content: Uint8Array, width: W) => Promise<Buffer | undefined>;
}>;

const wholeOf = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

/**
 * Pictures made small, once a picture and width: a file is known by its content, so what was drawn stays right. Whether somebody may see
 * it is asked each time, and elsewhere.
 */
export const previews = <W extends number>({ open, draw }: PreviewParts<W>) => {
  const kept = new LRUCache<string, Buffer>({
    maxSize: PREVIEWS_BYTES_MAX,
    sizeCalculation: ({ length }) => length + 1,
  });
  const gone = new LRUCache<string, true>({ max: GONE_KNOWN_MAX });
  const shown = async (sha256: string, width: W): Promise<Preview> => {
    const key = `${sha256} ${width}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const content = await open(sha256);
    if (content === undefined) return 'none';
    const drawn = await draw(await wholeOf(content), width);
    if (drawn === undefined) return 'not-possible';
    // The file may have been destroyed while it was drawn.
    if (!gone.has(sha256)) kept.set(key, drawn);
    return drawn;
  };
  return Object.assign(shown, {
    /** Of a file that was destroyed no picture is kept. */
    forget: (sha256: string): void => {
      gone.set(sha256, true);
      for (const key of kept.keys()) if (key.startsWith(`${sha256} `)) kept.delete(key);
    },
  });
};

export type Previews<W extends number> = ReturnType<typeof previews<W>>;
