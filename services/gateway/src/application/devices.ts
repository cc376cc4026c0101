/** What a browser says it is, as far as a person needs it to know his own; the whole of what it says is not kept. */
export const BROWSERS = ['edge', 'firefox', 'chrome', 'safari', 'wechat', 'program', 'other'] as const;
export const SYSTEMS = ['windows', 'macos', 'linux', 'android', 'ios', 'harmony', 'other'] as const;

export type Device = Readonly<{ browser: (typeof BROWSERS)[number]; system: (typeof SYSTEMS)[number] }>;

export const UNKNOWN_DEVICE: Device = { browser: 'other', system: 'other' };

/** A header longer than this is nobody's name. */
const USER_AGENT_CHARS_MAX = 1_000;

/** The first that fits: nearly every browser also claims to be others, which come later here. */
const BROWSER_MARKS: readonly (readonly [RegExp, Device['browser']])[] = [
  [/MicroMessenger\//u, 'wechat'],
  [/Edg(?:e|A|iOS)?\//u, 'edge'],
  [/(?:Firefox|FxiOS)\//u, 'firefox'],
  [/(?:Chrome|Chromium|CriOS)\//u, 'chrome'],
  [/Safari\//u, 'safari'],
  [/^(?:curl|node|python-requests|undici|okhttp|Go-http-client)\b/u, 'program'],
];
const SYSTEM_MARKS: readonly (readonly [RegExp, Device['system']])[] = [
  [/OpenHarmony|HarmonyOS/u, 'harmony'],
  [/Android/u, 'android'],
  [/iPhone|iPad|iPod/u, 'ios'],
  [/Windows/u, 'windows'],
  [/Macintosh|Mac OS X/u, 'macos'],
  [/Linux|X11|UOS/u, 'linux'],
];

const marked = <T>(marks: readonly (readonly [RegExp, T])[], text: string, otherwise: T): T =>
  marks.find(([mark]) => mark.test(text))?.[1] ?? otherwise;

export const deviceOf = (userAgent: string | undefined): Device => {
  const text = (userAgent ?? '').slice(0, USER_AGENT_CHARS_MAX);
  return { browser: marked(BROWSER_MARKS, text, 'other'), system: marked(SYSTEM_MARKS, text, 'other') };
};

type Texts = Readonly<{ zh: string; en: string }>;

export const BROWSER_TEXTS: Readonly<Record<Device['browser'], Texts>> = {
  edge: { zh: 'Edge 浏览器', en: 'Edge' },
  firefox: { zh: '火狐浏览器', en: 'Firefox' },
  chrome: { zh: 'Chrome 类浏览器', en: 'Chrome or akin' },
  safari: { zh: 'Safari 浏览器', en: 'Safari' },
  wechat: { zh: '微信', en: 'WeChat' },
  program: { zh: '程序', en: 'a program' },
  other: { zh: '其他浏览器', en: 'another browser' },
};

export const SYSTEM_TEXTS: Readonly<Record<Device['system'], Texts>> = {
  windows: { zh: 'Windows 系统', en: 'Windows' },
  macos: { zh: 'macOS 系统', en: 'macOS' },
  linux: { zh: 'Linux 系统', en: 'Linux' },
  android: { zh: '安卓', en: 'Android' },
  ios: { zh: 'iOS 系统', en: 'iOS' },
  harmony: { zh: '鸿蒙', en: 'HarmonyOS' },
  other: { zh: '其他系统', en: 'another system' },
};
