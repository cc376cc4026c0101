import { describe, expect, it } from '@jest/globals';
import { savedAs } from './file-name.ts';

const nameIn = (header: string): string =>
  decodeURIComponent(/filename\*=UTF-8''(?<name>.*)$/u.exec(header)?.groups?.['name'] ?? '');
const saved = (called: string): string => savedAs({ plain: 'ab12', ending: '.pdf', called });

describe('the name under which a file is saved', () => {
  it('is its hash where it has none', () =>
    expect(savedAs({ plain: 'ab12', ending: '.pdf' })).toBe('attachment; filename="ab12.pdf"'));

  it('is its Chinese name for who understands it, and a plain one for the rest', () =>
    expect(saved('吉直党发〔2021〕42号 通报')).toBe(
      'attachment; filename="ab12.pdf"; filename*=UTF-8\'\'%E5%90%89%E7%9B%B4%E5%85%9A%E5%8F%91%E3%80%942021%E3%80%9542%E5%8F%B7%20%E9%80%9A%E6%8A%A5.pdf',
    ));

  it.each([
    '../../etc/passwd',
    'a\r\nSet-Cookie: x=1',
    'a";filename=b',
    'a\u202Efdp.exe',
    "it's(1)*",
    '长'.repeat(500),
  ])('ends no header, leaves no folder and keeps its ending: %j', (called) => {
    const header = saved(called);
    expect(header).toMatch(/^[\x20-\x7e]+$/u);
    expect(header.split('"')).toHaveLength(3);
    expect(header.slice(header.indexOf("''") + 2)).toMatch(/^[\w.%~!-]*$/u);
    expect(nameIn(header)).not.toMatch(/[\\/:*?"<>|\u202E]/u);
    expect(nameIn(header)).toMatch(/\.pdf$/u);
    expect([...nameIn(header)].length).toBeLessThan(100);
  });
});
