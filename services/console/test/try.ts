import { openPage, enterAs, startChromium } from './chromium.ts';
import { startSamplePlatform } from './sample-platform.ts';
const platform = await startSamplePlatform();
const browser = await startChromium();
const shot = async (page: any, name: string) => {
  await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/shots-try/${name}.png` });
};
try {
  const visitor = await openPage(browser, platform.url, { width: 1280 });
  await visitor.page.goto('/');
  await visitor.page.getByRole('link', { name: '登录' }).first().click();
  await shot(visitor.page, '0-sign-in');
  for (const [role, name] of [
    ['机关党委工作人员', 'officer'],
    ['单位联络员', 'unit'],
    ['党支部书记', 'secretary'],
    ['评审专家', 'expert'],
    ['机关党委领导', 'leader'],
    ['纪检人员', 'inspector'],
    ['审计人员', 'auditor'],
    ['运维人员', 'operator'],
  ] as const) {
    const { page, trouble } = await openPage(browser, platform.url, { width: 1280 });
    await enterAs(page, role);
    await shot(page, `${name}-1-home`);
    console.log(name, await page.getByRole('navigation').first().getByRole('link').allTextContents());
    const first = page.locator('table.list tbody th a').first();
    if (await first.count()) {
      await first.click();
      await shot(page, `${name}-2-first-work`);
      console.log('  work ->', page.url().slice(platform.url.length));
    }
    for (const link of await page.getByRole('navigation').first().getByRole('link').allTextContents()) {
      await page.getByRole('navigation').first().getByRole('link', { name: link, exact: true }).click();
      await page.waitForTimeout(900);
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ').slice(0, 130);
      console.log('  ', link, '->', page.url().slice(platform.url.length, platform.url.length + 40), '|', text);
      if (await page.locator('.problem').count()) {
        console.log('   PROBLEM', await page.locator('.problem').allTextContents());
        await shot(page, `${name}-problem-${link}`);
      }
    }
    if (trouble.length) console.log('  TROUBLE', trouble);
    await page.context().close();
  }
} finally {
  await browser.close();
  await platform.stop();
}
