// Takes the pictures that the README shows, of a running API with the plan in it. Needs a browser and a Chinese font.
// node pictures.mjs BROWSER ORIGIN FOLDER
import { chromium } from 'playwright-core';

const [executablePath, origin, folder] = process.argv.slice(2);
const plan = '/v1/plans/urbanization-14fyp';
const pictures = [
  { name: 'home', path: '/?lang=zh', height: 860 },
  { name: 'indicator', path: `${plan}/indicators/good-air-days-share.html?lang=en`, height: 720 },
];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, path, height } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1000, height }, colorScheme: 'light' });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}

await browser.close();
