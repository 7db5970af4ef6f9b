// Opens pages in a real browser and reports what a reader would suffer from: errors, requests to elsewhere, barriers that axe finds.
// node pages.mjs BROWSER ORIGIN PATH... prints a JSON array of {path, view, faults}.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const [executablePath, origin, ...paths] = process.argv.slice(2);
const views = [
  { name: 'desktop', viewport: { width: 1366, height: 900 }, colorScheme: 'light' },
  { name: 'tablet in the dark', viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
  { name: 'small phone', viewport: { width: 320, height: 640 }, colorScheme: 'light', reducedMotion: 'reduce' },
];
const axe = fs.readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath, args: quiet });
const report = [];

for (const { name, ...settings } of views) {
  for (const path of paths) {
    const faults = [];
    const page = await browser.newPage(settings);
    page.setDefaultTimeout(120_000); // for a machine that has much to do
    page.on('request', request => { if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) faults.push(`asks ${request.url()}`); });
    page.on('console', message => { if (['error', 'warning'].includes(message.type()) && message.location().url !== origin + path) faults.push(`console: ${message.text()}`); });
    page.on('pageerror', error => faults.push(`error: ${error.message}`));
    await page.goto(origin + path);
    await page.locator('h1').first().waitFor(); // the viewer of the API makes its own
    await page.evaluate(() => new Promise(done => requestIdleCallback(done)));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) faults.push('is wider than the screen');
    // What the viewer of the API draws is its maker's.
    const cut = path === '/docs' ? [] : await page.evaluate(() => [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest('.scroll, pre, .skip, #app') && element.getClientRects().length > 0)
      .map(element => element.outerHTML.slice(0, 120)));
    if (cut.length > 0) faults.push(`is cut off: ${cut.slice(0, 3).join(' ')}`);
    const { violations } = await page.evaluate(`${axe}\nwindow.axe.run()`);
    for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map(node => node.html).slice(0, 3).join(' ')}`);
    report.push({ path, view: name, faults });
    await page.close();
  }
}

await browser.close();
console.log(JSON.stringify(report));
