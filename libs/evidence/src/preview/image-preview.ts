import { Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import pLimit from 'p-limit';

/** A row of a list, and a page. */
export const PREVIEW_WIDTHS = [320, 1_280] as const;
export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number];

export const PREVIEW_MEDIA_TYPE = 'image/webp';

/** A picture of a telephone has 12 to 50 million; a file of some kilobytes can claim a thousand times as many and would fill the memory. */
export const PREVIEW_PIXELS_MAX = 60_000_000;

/** Four bytes a pixel each: pictures are made one after the other. */
const AT_ONCE_MAX = 1;
const QUALITY = 78;

const inTurn = pLimit(AT_ONCE_MAX);

const sizeOf = (content: Uint8Array): Readonly<{ width: number; height: number }> | undefined => {
  try {
    return imageSize(content);
  } catch {
    // The only way in which the library says that it knows no such head.
    return undefined;
  }
};

/**
 * A picture made small: upright as the camera held it, without anything else that the file says of itself (place, time, device), for it is
 * drawn anew. Undefined: the content is no picture that can be drawn, or has more than `PREVIEW_PIXELS_MAX`.
 */
export const imagePreview = async (content: Uint8Array, width: PreviewWidth): Promise<Buffer | undefined> => {
  const size = sizeOf(content);
  if (size === undefined || size.width * size.height > PREVIEW_PIXELS_MAX) return undefined;
  return inTurn(async () => {
    try {
      const picture = new Transformer(content).rotate();
      const upright = Math.max(size.width, size.height);
      if (upright > width) picture.resize({ width, height: width, fit: 2 });
      return await picture.webp(QUALITY);
    } catch {
      // The head of a picture with no picture behind it: the decoder refuses what is in the file, there is nothing else here to fail.
      return undefined;
    }
  });
};
