// Prints pages on A4 and reports how many sheets each takes and what of the page's tools is still to be seen.
// node paper.mjs BROWSER ORIGIN FOLDER PATH... prints a JSON array of {path, sheets, tools}; the PDFs stand in the folder, or nowhere when it is "-".
import { chromium } from 'playwright-core';

const [executablePath, origin, folder, ...paths] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const report = [];
for (const [index, path] of paths.entries()) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.emulateMedia({ media: 'print' });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const tools = await page.evaluate(() => [...document.querySelectorAll('header, nav, form, button, .anchor')].filter(element => element.getClientRects().length > 0).map(element => element.outerHTML.slice(0, 80)));
  const pdf = await page.pdf({ format: 'A4', path: folder === '-' ? undefined : `${folder}/${index}.pdf` });
  report.push({ path, sheets: (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length, tools });
  await page.close();
}

await browser.close();
console.log(JSON.stringify(report));
