import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

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
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: language,
    fallbackLng: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
};

export const speak = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT_AS, language);
  mark(language);
  await i18next.changeLanguage(language);
};
