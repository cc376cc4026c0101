import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';

/** Of the two only the one that is spoken comes over the line. */
const WORDS = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
} as const;
const SPACE = 'translation';

/** A choice of the browser, and nothing about a person. */
const KEPT_AS = 'jiangong.language';

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

const mark = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

/** Chinese, unless this browser was switched before. */
export const beginSpeaking = async (): Promise<void> => {
  const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
  mark(language);
  await i18next.use(initReactI18next).init({
    resources: { [language]: { [SPACE]: await WORDS[language]() } },
    lng: language,
    fallbackLng: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
};

/** Without a network one goes on in the language in which one is; whoever asked is to be told so. */
export const speak = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, SPACE)) i18next.addResourceBundle(language, SPACE, await WORDS[language]());
  localStorage.setItem(KEPT_AS, language);
  mark(language);
  await i18next.changeLanguage(language);
};
