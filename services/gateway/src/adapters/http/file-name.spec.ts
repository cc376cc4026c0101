import { describe, expect, it } from '@jest/globals';
import { savedAs } from './file-name.ts';

const nameIn = (header: string): string =>
  decodeURIComponent(/filename\*=UTF-8''(?<name>.*)$/u.exec(header)?.groups?.['name'] ?? '');

describe('the name under which a file is saved', () => {
  it('is its hash where it has none', () => expect(savedAs('ab12.pdf')).toBe('attachment; filename="ab12.pdf"'));

  it('is its Chinese name for who understands it, and a plain one for the rest', () =>
    expect(savedAs('ab12.pdf', '吉直党发〔2021〕42号 通报.pdf')).toBe(
      'attachment; filename="ab12.pdf"; filename*=UTF-8\'\'%E5%90%89%E7%9B%B4%E5%85%9A%E5%8F%91%E3%80%942021%E3%80%9542%E5%8F%B7%20%E9%80%9A%E6%8A%A5.pdf',
    ));

  it.each([
    '../../etc/passwd.pdf',
    'a\r\nSet-Cookie: x=1.pdf',
    'a";filename=b.pdf',
    'a\u202Efdp.exe.pdf',
    "it's(1)*.pdf",
  ])('ends no header and leaves no folder: %j', (name) => {
    const header = savedAs('ab12.pdf', name);
    expect(header).toMatch(/^[\x20-\x7e]+$/u);
    expect(header.split('"')).toHaveLength(3);
    expect(header.slice(header.indexOf("''") + 2)).toMatch(/^[\w.%~!-]*$/u);
    expect(nameIn(header)).not.toMatch(/[\\/:*?"<>|\u202E]/u);
    expect(nameIn(header)).toMatch(/\.pdf$/u);
  });

  it('is no longer than file systems take, and keeps its ending', () => {
    const name = nameIn(savedAs('ab12.pdf', `${'长'.repeat(500)}.pdf`));
    expect([...name]).toHaveLength(120);
    expect(name).toMatch(/\.pdf$/u);
  });
});
