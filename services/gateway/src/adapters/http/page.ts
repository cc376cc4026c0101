import { createHash } from 'node:crypto';

const replacements: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, (char) => replacements[char] ?? char);

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0; padding: 2rem 1rem; }
main { max-width: 26rem; margin: 0 auto; } main.wide { max-width: 60rem; }
h1 { font-size: 1.5rem; } label { display: block; margin: 1rem 0 .25rem; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; }
button { font: inherit; margin-top: 1.5rem; padding: .6rem 1.5rem; }
:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
.hint { color: GrayText; margin: .25rem 0 0; } .error { border-left: .3rem solid #c01c28; padding: .25rem .75rem; }
pre { overflow: auto; max-height: 30rem; } summary { cursor: pointer; padding: .25rem 0; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Pages carry no script; their one style is named by its hash. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

export const pageOf = ({ title, body, wide }: { title: string; body: string; wide?: boolean }): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · 建功</title><style>${style}</style></head>
<body><main${wide === true ? ' class="wide"' : ''}><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`;

export type FormField = Readonly<{
  name: string;
  zh: string;
  en: string;
  type: 'text' | 'password';
  autocomplete: string;
  value?: string;
  hint?: string;
  maxLength: number;
}>;

const fieldHtml = (field: FormField): string => {
  const hint = field.hint === undefined ? '' : `<p class="hint" id="${field.name}-hint">${escapeHtml(field.hint)}</p>`;
  const described = field.hint === undefined ? '' : ` aria-describedby="${field.name}-hint"`;
  const value = field.value === undefined ? '' : ` value="${escapeHtml(field.value)}"`;
  return `<label for="${field.name}">${escapeHtml(field.zh)} <span lang="en">${escapeHtml(field.en)}</span></label>
<input id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.autocomplete}" maxlength="${field.maxLength}" required${described}${value}>${hint}`;
};

export type Form = Readonly<{
  action: string;
  fields: readonly FormField[];
  button: { zh: string; en: string };
  error?: { zh: string; en: string };
}>;

export const formHtml = ({ action, fields, button, error }: Form): string => `${
  error === undefined ? '' : `<p class="error" role="alert">${escapeHtml(error.zh)}<br><span lang="en">${escapeHtml(error.en)}</span></p>`
}
<form method="post" action="${escapeHtml(action)}">
${fields.map(fieldHtml).join('\n')}
<button type="submit">${escapeHtml(button.zh)} <span lang="en">${escapeHtml(button.en)}</span></button>
</form>`;
