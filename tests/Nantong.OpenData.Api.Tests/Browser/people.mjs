// Walks the portal as a person would: opens the front page and from there only clicks what is to be seen, and fills forms.
// node people.mjs BROWSER ORIGIN PERSON prints each step; it ends with an error where a person would give up.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { clerk } from './people/clerk.mjs';
import { journalist } from './people/journalist.mjs';
import { resident } from './people/resident.mjs';

const [executablePath, origin, person] = process.argv.slice(2);
const people = {
  resident: { walk: resident, settings: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, locale: 'zh-CN' } },
  journalist: { walk: journalist, settings: { viewport: { width: 1366, height: 900 }, locale: 'en-GB', acceptDownloads: true } },
  clerk: { walk: clerk, settings: { viewport: { width: 1366, height: 900 }, locale: 'zh-CN' } },
};
const { walk, settings } = people[person];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
const context = await browser.newContext(settings);
await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
const page = await context.newPage();
page.setDefaultTimeout(30_000); // for a machine that has much to do
page.on('pageerror', error => { throw error; });

/** What a person does and sees on a page. */
const reader = {
  page,
  main: page.locator('main'),
  /** Says what comes next. */
  step: text => console.log(text),
  /** Follows a link that can be seen. */
  follow: async (name, within = page) => {
    const link = within.getByRole('link', { name }).filter({ visible: true }).first();
    await link.scrollIntoViewIfNeeded();
    const here = page.url();
    await Promise.all([page.waitForURL(url => `${url}` !== here), link.click()]);
    await page.locator('h1').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, `${page.url()} is wider than the screen`);
  },
  /** Reads what stands there, and fails where it does not. */
  sees: async (text, within = page.locator('main')) => {
    const found = within.getByText(text).filter({ visible: true }).first();
    await found.waitFor().catch(async () => assert.fail(`${page.url()} does not show ${text}, but:\n${(await page.locator('main').innerText()).slice(0, 2000)}`));
    return found;
  },
  /** Types into a field and sends its form. */
  asks: async (label, words, button, within = page) => {
    await within.getByLabel(label).filter({ visible: true }).first().fill(words);
    await Promise.all([page.waitForNavigation(), within.getByRole('button', { name: button }).filter({ visible: true }).first().click()]);
  },
  /** Saves what a click brings. */
  saves: async click => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: download.suggestedFilename(), bytes: await fs.readFile(await download.path()) };
  },
  /** What was copied last. */
  copied: () => page.evaluate(() => navigator.clipboard.readText()),
  /** The language of the page. */
  language: () => page.locator('html').getAttribute('lang'),
};

await page.goto(`${origin}/`);
await walk(reader);
await browser.close();
console.log('done');
