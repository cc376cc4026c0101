import type { Page } from 'playwright-core';

/** Chinese with what belongs to it: `2026年1月`, `（虚构）`. */
const CHINESE = /[\p{Script=Han}\d（）《》〔〕、，。：；·]*\p{Script=Han}[\p{Script=Han}\d（）《》〔〕、，。：；·]*/gu;
/** `work.due`: what is shown where a text is missing. */
const KEY = /^[a-z][\w-]*(?:\.[\w-]+)+$/u;
/** The switch to the other language. */
const SWITCH = '中文';

/** Every text of the page that somebody sees or hears, each once; but for what stands in a field, which is whoever’s who writes there. */
const textsOf = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts = new Set<string>([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const within = walker.currentNode.parentElement;
      if (within?.closest('script, style, noscript, textarea') === null)
        texts.add((walker.currentNode.textContent ?? '').trim());
    }
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-title'])
        texts.add(element.getAttribute(name)?.trim() ?? '');
    return [...texts];
  });

/** Values that stand beside an English one and are not it: names that the platform told in both languages. */
const twins = (told: unknown): readonly string[] => {
  if (Array.isArray(told)) return told.flatMap(twins);
  if (typeof told !== 'object' || told === null) return [];
  const fields = told as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([key, value]) => {
    const other = key === 'zh' ? fields['en'] : key.endsWith('Zh') ? fields[`${key.slice(0, -2)}En`] : undefined;
    return typeof value === 'string' && typeof other === 'string' && other !== '' && other !== value
      ? [value]
      : twins(value);
  });
};

/** What the platform told since the page began: answers as they came. */
export const listenTo = (page: Page): string[] => {
  const told: string[] = [];
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/v1/') || response.url().endsWith('/v1/live')) return;
    // An answer of a page that was left can not be read any longer, and is nobody's.
    void response.text().then(
      (text) => told.push(text),
      () => undefined,
    );
  });
  return told;
};

/**
 * What is not English on an English page: a missing text's key, Chinese that no answer of the platform has, and a Chinese name beside which
 * the platform told an English one.
 */
export const notEnglish = async (page: Page, told: readonly string[]): Promise<readonly string[]> => {
  const answers = told.join('\n');
  const named = new Set(
    told.filter((text) => text.startsWith('{') || text.startsWith('[')).flatMap((text) => twins(JSON.parse(text))),
  );
  return (await textsOf(page)).flatMap((text) => {
    if (text === SWITCH) return [];
    if (KEY.test(text) && !answers.includes(text)) return [`a key: ${text}`];
    if (named.has(text)) return [`has an English name: ${text}`];
    return [...text.matchAll(CHINESE)].map(([chinese]) => chinese).filter((chinese) => !answers.includes(chinese));
  });
};
