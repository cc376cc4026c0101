import { Readable } from 'node:stream';
import { SPREADSHEET_BYTES_MAX } from '@jiangong/spreadsheets';
import { EdgeError } from '../../application/problem.ts';

/** A spreadsheet is small enough to be looked at whole. */
export const wholeSpreadsheet = async (body: unknown): Promise<Buffer> => {
  if (!(body instanceof Readable)) throw new EdgeError('CONTENT_TYPE_NOT_SUPPORTED');
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > SPREADSHEET_BYTES_MAX) throw new EdgeError('BODY_TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts);
};
