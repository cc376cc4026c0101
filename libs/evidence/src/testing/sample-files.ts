import { crc32 } from 'node:zlib';
import type { EvidenceMediaType } from '../evidence-store.ts';

const header = (name: Buffer, content: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name]);
};

/** A zip of one stored entry: enough for what is judged by an office file's table of content types. */
const officeFile = (part: string): Buffer => {
  const name = Buffer.from('[Content_Types].xml', 'utf8');
  const content = Buffer.from(
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`,
    'utf8',
  );
  return Buffer.concat([header(name, content), content, Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The smallest files of each type that may be evidence. */
export const sampleFiles: Readonly<Record<EvidenceMediaType, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1'),
  'image/png': png,
  'image/jpeg': Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
  ]),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': officeFile('wordprocessingml.document'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': officeFile('spreadsheetml.sheet'),
  'text/plain': Buffer.from('现场记录\n一切正常。\n', 'utf8'),
};

/** Files that must be refused, whatever they are called. */
export const refusedFiles: Readonly<Record<string, Buffer>> = {
  'a program': Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)]),
  'a page of markup': Buffer.from('<!doctype html><script>alert(1)</script>', 'utf8'),
  'a drawing that may run scripts': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'utf8'),
  'a plain archive': Buffer.concat([
    header(Buffer.from('a.txt', 'utf8'), Buffer.from('a', 'utf8')),
    Buffer.from('a', 'utf8'),
  ]),
  'text in another encoding': Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]),
  'text with control characters': Buffer.from('a\u0000b', 'utf8'),
};
