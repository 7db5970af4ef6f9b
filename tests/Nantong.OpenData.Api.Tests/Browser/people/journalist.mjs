// A data journalist who reads English: six columns of a table in Chinese that a spreadsheet opens, a chart to embed, a sentence checked and cited, what may be printed.
import assert from 'node:assert/strict';

export async function journalist({ page, main, step, follow, sees, asks, saves, copied, language }) {
  assert.equal(await language(), 'en');

  step('six columns');
  await follow('Data', main);
  const set = page.locator('#indicators');
  await set.getByText('Make a table of your own').click();
  for (const column of ['name', 'category_name', 'unit_label', 'baseline_value', 'target_value', 'target_operator']) await set.getByLabel(column, { exact: true }).check();
  await set.getByLabel('Heads of the columns').selectOption('Chinese');
  const { name, bytes } = await saves(() => set.getByRole('button', { name: /CSV/ }).click());
  const [head, ...rows] = bytes.toString('utf8').trimEnd().split('\r\n');
  assert.match(name, /\.csv$/);
  assert.equal(head[0], '\ufeff', 'a spreadsheet would guess the encoding');
  assert.equal(head.split(',').length, 6, head);
  assert.match(head, /\p{Script=Han}/u);
  assert.equal(rows.length, 17);

  step('a chart');
  await follow('Indicators', page.getByRole('navigation'));
  await follow('Urbanisation rate', main);
  await main.getByRole('button', { name: 'Copy embed code' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const [, address] = /^<img src="([^"]+)"/.exec(await copied());
  const chart = await page.request.get(address.replaceAll('&amp;', '&'));
  assert.equal(chart.status(), 200);
  assert.match(chart.headers()['content-type'], /^image\/svg\+xml/);
  const png = await saves(() => main.getByRole('button', { name: 'PNG' }).click());
  assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');

  step('a sentence');
  const sentence = (await main.locator('blockquote p[lang=zh-CN]').first().innerText()).trim();
  await follow('Check a quotation', page.getByRole('navigation'));
  await asks('Paste the quotation here', sentence, 'Check', main);
  await sees(/^exact$/);
  await follow('Cite', main.locator('blockquote').first());
  await asks('Day on which you read it', new Date().toISOString().slice(0, 10), 'Put it in', main);
  await sees(/GB\/T 7714/);
  await main.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.match(await copied(), /\[R\/OL\]/);

  step('what may be printed');
  await follow('Data', page.getByRole('navigation'));
  await sees('Licence and citation');
  await sees(/CC[ -]BY|Creative Commons/);
  assert.equal(await language(), 'en');
}
