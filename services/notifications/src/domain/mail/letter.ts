import type { Wording } from '../template.ts';

/** What a letter says: one subject (Chinese), the text plain and as HTML, Chinese first, English below. */
export type Letter = Readonly<{ subject: string; text: string; html: string }>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');

const FOOT: Wording = {
  zh: '本邮件由建功平台自动发送，请勿回复；全部消息见平台收件箱。',
  en: 'Sent by Jiangong; please do not answer. The inbox on the platform holds all messages.',
};

const part = (language: 'zh-CN' | 'en', title: string, body: string, foot: string): string =>
  `<div lang="${language}"><h1>${escaped(title)}</h1><p>${escaped(body).replaceAll('\n', '<br>')}</p><p><small>${escaped(foot)}</small></p></div>`;

/** The letter of a message. No name and no address of anybody stands in it: it is what the inbox shows. */
export const letterOf = ({ title, body }: Readonly<{ title: Wording; body: Wording }>): Letter => ({
  subject: `【建功】${title.zh}`,
  text: [title.zh, '', body.zh, '', FOOT.zh, '', '--', '', title.en, '', body.en, '', FOOT.en, ''].join('\n'),
  html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title.zh)}</title></head><body>${part('zh-CN', title.zh, body.zh, FOOT.zh)}<hr>${part('en', title.en, body.en, FOOT.en)}</body></html>`,
});

type Message = Readonly<{ title: Wording; body: Wording }>;

const listed = (messages: readonly Message[], language: 'zh' | 'en'): string =>
  messages.map(({ title, body }, index) => `${index + 1}. ${title[language]}\n   ${body[language]}`).join('\n');

const REST: Record<'zh' | 'en', (more: number) => string> = {
  zh: (more) => `\n另有 ${more} 条见平台收件箱。`,
  en: (more) => `\nThe inbox holds ${more} more.`,
};

/** The one letter of a day. `more`: messages beyond those written out. */
export const digestLetter = (messages: readonly Message[], more: number): Letter => {
  const count = messages.length + more;
  const bodyIn = (language: 'zh' | 'en'): string =>
    `${listed(messages, language)}${more === 0 ? '' : REST[language](more)}`;
  const [zh, en] = [bodyIn('zh'), bodyIn('en')];
  return letterOf({
    title: { zh: `今日消息汇总（${count} 条）`, en: `Your messages of the day (${count})` },
    body: { zh, en },
  });
};

/** The letter that brings a code to an address that is to be confirmed. */
export const codeLetter = (code: string, minutes: number): Letter =>
  letterOf({
    title: { zh: '邮箱确认码', en: 'Confirm your mail address' },
    body: {
      zh: `确认码：${code}，${minutes} 分钟内有效。如非本人操作，请忽略本邮件。`,
      en: `Your code is ${code}; it is valid for ${minutes} minutes. If this was not you, ignore this letter.`,
    },
  });

/** What the old address is told when another takes its place, or none. It does not say which. */
export const changedLetter = (): Letter =>
  letterOf({
    title: { zh: '通知邮箱已变更', en: 'Your mail address was changed' },
    body: {
      zh: '您在建功平台的通知邮箱已变更，此邮箱不再接收通知。如非本人操作，请立即修改密码并联系管理员。',
      en: 'Messages of Jiangong no longer go to this address. If this was not you, change your password and tell an operator at once.',
    },
  });
