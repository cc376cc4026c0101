import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { sampleFiles } from '../testing/sample-files.ts';
import { imagePreview, PREVIEW_PIXELS_MAX } from './image-preview.ts';

/** A picture of one colour on its upper and another on its lower half. */
const pixels = (width: number, height: number): Buffer =>
  Buffer.from(
    Array.from({ length: width * height }, (_, at) =>
      at < (width * height) / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255],
    ).flat(),
  );
const jpegOf = async (width: number, height: number): Promise<Buffer> =>
  Transformer.fromRgbaPixels(pixels(width, height), width, height).jpeg(90);

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** A file of some bytes that says it is so large. */
const pngClaiming = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** An EXIF block: held on its side (orientation 6), by a camera that names itself. */
const EXIF = Buffer.from(
  '45786966000049492a00080000000200' + '1001020008000000260000001201030001000000060000000000000053656372657443616d00',
  'hex',
);
const withExif = (jpeg: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(EXIF.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, EXIF, jpeg.subarray(2)]);
};

const sizeOf = async (picture: Buffer | undefined): Promise<readonly number[]> => {
  if (picture === undefined) return [];
  const { width, height, format } = await new Transformer(picture).metadata();
  expect(format).toBe('webp');
  return [width, height];
};

describe('a picture made small', () => {
  it('fits the width, keeps its sides’ ratio, and is not made larger', async () => {
    expect(await sizeOf(await imagePreview(await jpegOf(800, 400), 320))).toEqual([320, 160]);
    expect(await sizeOf(await imagePreview(await jpegOf(100, 50), 320))).toEqual([100, 50]);
    expect(await sizeOf(await imagePreview(sampleFiles['image/png'], 320))).toEqual([1, 1]);
  });

  it('stands upright, and tells nothing of where and by what it was taken', async () => {
    const taken = withExif(await jpegOf(800, 400));
    expect(taken.includes('SecretCam')).toBe(true);
    const small = await imagePreview(taken, 320);
    expect(await sizeOf(small)).toEqual([160, 320]);
    expect(small?.includes('SecretCam')).toBe(false);
  });

  it('what claims to be enormous is not even begun; what is no picture is none', async () => {
    const side = Math.ceil(Math.sqrt(PREVIEW_PIXELS_MAX)) + 1;
    expect(await imagePreview(pngClaiming(side, side), 320)).toBeUndefined();
    expect(await imagePreview(pngClaiming(4_000_000_000, 4_000_000_000), 320)).toBeUndefined();
    expect(await imagePreview(pngClaiming(300, 300), 320)).toBeUndefined();
    for (const type of ['application/pdf', 'image/jpeg', 'text/plain'] as const)
      expect(await imagePreview(sampleFiles[type], 320)).toBeUndefined();
    expect(await imagePreview(new Uint8Array(), 320)).toBeUndefined();
  });
});
