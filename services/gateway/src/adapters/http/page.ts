import { createHash } from 'node:crypto';

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, (char) => replacements[char] ?? char);

/** As the console has them: the seal's red for the header alone. Every text stands out from its ground by 4.5 : 1 or more (WCAG 2.2, AA): a test computes it. */
export const COLOURS = {
  light: {
    ground: '#f5f5f4',
    paper: '#ffffff',
    text: '#1f1f1f',
    hint: '#595959',
    link: '#1d4f91',
    action: '#1d4f91',
    actionText: '#ffffff',
    bar: '#a61b1b',
    barText: '#ffffff',
    edge: '#8c8c8c',
    alarm: '#fbe9e7',
    bad: '#b3261e',
  },
  dark: {
    ground: '#1b1817',
    paper: '#242120',
    text: '#f1ece7',
    hint: '#bdb3aa',
    link: '#a9c8f5',
    action: '#a9c8f5',
    actionText: '#12233d',
    bar: '#8f1414',
    barText: '#ffffff',
    edge: '#8d837b',
    alarm: '#4a1a17',
    bad: '#ffb3a7',
  },
} as const;

const variables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

const style = `
:root { color-scheme: light dark; ${variables(COLOURS.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(COLOURS.dark)} } }
* { box-sizing: border-box; }
body { font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0; background: var(--ground); color: var(--text); }
header { background: var(--bar); padding: .25rem 1.5rem; }
header a { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; color: var(--barText); font-size: 1.375rem; font-weight: 600; text-decoration: none; letter-spacing: .08em; }
header span { font-size: 1rem; font-weight: 400; letter-spacing: 0; }
main { max-width: 32rem; margin: 1.5rem auto 3rem; padding: 1.25rem 2rem 2rem; background: var(--paper); border-radius: .3rem; box-shadow: 0 0 0 1px rgb(128 128 128 / 30%); } @media (max-width: 36rem) { main { margin: 0; padding: 1rem 1rem 3rem; border-radius: 0; } } main.wide { max-width: 62rem; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: .25rem 0 1.25rem; } h1 span { font-size: 1.125rem; font-weight: 400; color: var(--hint); }
a { color: var(--link); } label { display: block; margin: 1.25rem 0 .3rem; } label span { color: var(--hint); }
input { font: inherit; width: 100%; padding: .6rem .7rem; border: 1px solid var(--edge); border-radius: .3rem; background: transparent; color: inherit; }
button { font: inherit; min-height: 2.75rem; margin-top: 1.75rem; padding: .5rem 1.75rem; border: 0; border-radius: .3rem; background: var(--action); color: var(--actionText); cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; } header a:focus-visible { outline-color: var(--barText); }
.qr { margin: 1rem 0; max-width: 15rem; background: #fff; } .qr svg { display: block; width: 100%; height: auto; } h2 { font-size: 1.125rem; margin: 2rem 0 0; } h2 span { font-weight: 400; color: var(--hint); }
.people { border-top: 1px solid var(--edge); margin-top: 2.5rem; } .people dt { margin-top: 1rem; } .people dt span { color: var(--hint); } .people dd { margin: .3rem 0 0; } .people button { margin: 0 .3rem .3rem 0; padding: .5rem 1rem; background: transparent; color: var(--link); border: 1px solid var(--edge); }
.hint { color: var(--hint); font-size: .9375rem; margin: .3rem 0 0; } .error { background: var(--alarm); border-left: .3rem solid var(--bad); padding: .6rem .8rem; }
pre { overflow: auto; max-height: 30rem; font-size: .875rem; } code { overflow-wrap: anywhere; } summary { cursor: pointer; padding: .4rem 0; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Pages carry no script (those with passkeys one: `passkey-script.ts`); their one style is named by its hash. The empty icon keeps browsers from asking for one. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** `title`: Chinese, and English behind ` · `. */
export const pageOf = ({ title, body, wide }: { title: string; body: string; wide?: boolean }): string => {
  const [zh = '', en] = title.split(' · ', 2);
  const heading = en === undefined ? escapeHtml(zh) : `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`;
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} – 建功 Jiangong</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><a href="/">建功 <span lang="en">Jiangong</span></a></header>
<main${wide === true ? ' class="wide"' : ''}><h1>${heading}</h1>
${body}
</main></body></html>`;
};

export type FormField = Readonly<{
  name: string;
  zh: string;
  en: string;
  type: 'text' | 'password';
  autocomplete: string;
  value?: string;
  hint?: Readonly<{ zh: string; en: string }>;
  maxLength: number;
  /** May be left empty. */
  optional?: true;
}>;

const fieldHtml = (field: FormField): string => {
  const hint =
    field.hint === undefined
      ? ''
      : `<p class="hint" id="${field.name}-hint">${escapeHtml(field.hint.zh)}<br><span lang="en">${escapeHtml(field.hint.en)}</span></p>`;
  const described = field.hint === undefined ? '' : ` aria-describedby="${field.name}-hint"`;
  const value = field.value === undefined ? '' : ` value="${escapeHtml(field.value)}"`;
  return `<label for="${field.name}">${escapeHtml(field.zh)} <span lang="en">${escapeHtml(field.en)}</span></label>
<input id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.autocomplete}" maxlength="${field.maxLength}"${field.optional === true ? '' : ' required'}${described}${value}>${hint}`;
};

export type Form = Readonly<{
  action: string;
  /** What goes along unseen. */
  hidden?: Readonly<Record<string, string>>;
  fields: readonly FormField[];
  button: { zh: string; en: string };
  error?: { zh: string; en: string };
}>;

/** What went wrong, told at once by a screen reader; nothing where nothing did. */
export const errorHtml = (error: Form['error']): string =>
  error === undefined
    ? ''
    : `<p class="error" role="alert">${escapeHtml(error.zh)}<br><span lang="en">${escapeHtml(error.en)}</span></p>`;

const hiddenHtml = ([name, value]: readonly [string, string]): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

export const formFieldsHtml = (fields: readonly FormField[]): string => fields.map(fieldHtml).join('\n');

export const formHtml = ({ action, hidden, fields, button, error }: Form): string => `${errorHtml(error)}
<form method="post" action="${escapeHtml(action)}">${Object.entries(hidden ?? {})
  .map(hiddenHtml)
  .join('')}
${formFieldsHtml(fields)}
<button type="submit">${escapeHtml(button.zh)} <span lang="en">${escapeHtml(button.en)}</span></button>
</form>`;
