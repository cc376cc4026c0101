import { describe, expect, it } from '@jest/globals';
import { COMMONEST_LONG } from './commonest-long.ts';
import { passwordRefusal } from './password-policy.ts';

const refusalOf = (password: string, login = 'wang', names: readonly string[] = []) =>
  passwordRefusal(password, { login, names });

describe('a new password', () => {
  it('length counts, composition does not', () => {
    for (const good of [
      'correct horse battery',
      '十二个字的中文口令也可以用',
      'tuesday-rain-lantern',
      'gKx7qLw29ZtbR4',
      'liang shan bo yu zhu',
      '雨后的省委大院有三棵银杏',
    ])
      expect([good, refusalOf(good)]).toEqual([good, undefined]);
    expect(refusalOf('short')).toBe('PASSWORD_TOO_SHORT');
    expect(refusalOf('x'.repeat(257))).toBe('PASSWORD_TOO_LONG');
  });

  it('none of the 3,000 commonest of its length, however it is written', () => {
    expect(new Set(COMMONEST_LONG).size).toBe(3_000);
    for (const bad of [
      '123qweasdzxc',
      'QAZWSXEDCRFV',
      'ｑａｚｗｓｘｅｄｃｒｆｖ',
      'motherfucker',
      'gfhjkmgfhjkm',
      'Mailcreated5240',
      'gearsofwar2012',
    ])
      expect([bad, refusalOf(bad)]).toEqual([bad, 'PASSWORD_TOO_COMMON']);
  });

  it('no common word with digits and signs around it, repeated, or with signs for letters', () => {
    for (const bad of [
      'Password1234',
      'password2026!!',
      '!!!P@ssw0rd2026',
      'passwordpassword',
      'dragondragon',
      '123456qwerty123456',
      'administrator',
      'welcome-2026-11',
      'iloveyou 5201314',
    ])
      expect([bad, refusalOf(bad)]).toEqual([bad, 'PASSWORD_TOO_COMMON']);
  });

  it('no Chinese habit: the platform in pinyin, numbers that sound like words, numbers that others know', () => {
    for (const bad of [
      'jiangong2026',
      'Dangjian@2026',
      'woaini1314520',
      'woaini1314...',
      'woaizhongguo!',
      '5201314520131',
      '52013141314520',
      '8888888812345',
      '１２３４５６７８９０１２',
      '110101199003078888',
      '11010119900307888x',
      'a13812345678a',
      '19900307-19900308',
      'wodemima123456',
      '为人民服务20261001',
    ])
      expect([bad, refusalOf(bad)]).toEqual([bad, 'PASSWORD_TOO_COMMON']);
  });

  it('common ones, one repeated character and the login name itself are refused', () => {
    for (const bad of ['Password1234', '１２３４５６７８９０１２', 'aaaaaaaaaaaaaa', 'WangLei-2021-x'])
      expect([bad, refusalOf(bad, 'wanglei')]).toEqual([bad, 'PASSWORD_TOO_COMMON']);
  });

  it('not the name of the committee or of the person with a little around it', () => {
    const names = ['省直机关工委', 'Provincial Organs', '王工'];
    for (const bad of ['省直机关工委2026年度', 'provincial organs1'])
      expect([bad, refusalOf(bad, 'wang', names)]).toEqual([bad, 'PASSWORD_TOO_COMMON']);
    expect(refusalOf('省直机关工委门前三棵银杏树结果了', 'wang', names)).toBeUndefined();
  });
});
