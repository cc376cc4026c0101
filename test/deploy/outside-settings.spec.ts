import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const adapters = join(root, 'services/notifications/src/adapters');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The settings of what leads outside, as the service itself reads them. */
const settings = new Set(
  readdirSync(adapters, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-settings.ts'))
    .flatMap((path) => readFileSync(join(adapters, path), 'utf8').match(/\b(?:MAIL|WEBHOOK)_[A-Z_]*[A-Z]\b/gu) ?? []),
);

/** A secret is given by a file only. */
const asDeployed = (setting: string): string => (setting.includes('PASSWORD') ? `${setting}_FILE` : setting);

describe('the settings of mail and webhooks', () => {
  it('are those that the service reads', () => expect(settings.size).toBeGreaterThan(5));
  it.each([
    ['the compose files', ['deploy/compose/mail.yaml', 'deploy/compose/webhooks.yaml']],
    ['the chart', ['deploy/helm/jiangong/templates/services.yaml']],
  ])('stand in %s, every one', (_where, paths) => {
    const text = paths.map(read).join('\n');
    expect([...settings].map(asDeployed).filter((setting) => !text.includes(setting))).toEqual([]);
    expect(text).not.toMatch(/MAIL_SMTP_PASSWORD(?!_FILE)/u);
  });
  it('of webhooks ask for no mail server', () =>
    expect(read('deploy/compose/webhooks.yaml')).not.toMatch(/MAIL_|:\?/u));
  it('are explained by the service', () => {
    const text = read('services/notifications/README.md');
    expect([...settings].filter((setting) => !text.includes(setting))).toEqual([]);
  });
});
