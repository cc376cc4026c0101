import { describe, expect, it } from '@jest/globals';
import { COLOURS, formHtml, PAGE_POLICY, pageOf } from './page.ts';

/** Contrast of two colours by WCAG 2.2. */
const contrast = (one: string, other: string): number => {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('a page', () => {
  it.each(Object.entries(COLOURS))(
    'stands out from its ground, %s',
    (_, { ground, paper, text, hint, link, action, actionText, bar, barText, alarm, bad, edge }) => {
      for (const colour of [text, hint, link])
        for (const under of [ground, paper]) expect(contrast(colour, under)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(actionText, action)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, alarm)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(barText, bar)).toBeGreaterThanOrEqual(4.5);
      for (const under of [ground, paper]) expect(contrast(edge, under)).toBeGreaterThanOrEqual(3);
      expect(contrast(bad, alarm)).toBeGreaterThanOrEqual(3);
    },
  );

  it('says its languages, and has a title of its own', () => {
    const page = pageOf({ title: '登录 · Sign in', body: '' });
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('<title>登录 · Sign in – 建功 Jiangong</title>');
    expect(page).toContain('<h1>登录 <span lang="en">Sign in</span></h1>');
    expect(page).toContain('name="viewport"');
  });

  it('carries no script and loads nothing', () => {
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).not.toContain('unsafe');
    expect(pageOf({ title: '<b>', body: '' })).not.toMatch(/<script|<b>|https?:/u);
  });

  it('ties each field to its label and its hint', () => {
    const html = formHtml({
      action: '/x',
      fields: [
        {
          name: 'password',
          zh: '密码',
          en: 'Password',
          type: 'password',
          autocomplete: 'off',
          maxLength: 9,
          hint: { zh: '长', en: 'Long' },
        },
      ],
      button: { zh: '好', en: 'OK' },
    });
    expect(html).toContain('<label for="password">');
    expect(html).toContain('id="password"');
    expect(html).toContain('aria-describedby="password-hint"');
    expect(html).toContain('id="password-hint">长<br><span lang="en">Long</span>');
  });
});
