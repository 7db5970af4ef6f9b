// A clerk who publishes: is my drop in, what did it change, what do readers see?
import assert from 'node:assert/strict';

export async function clerk({ page, main, step, follow, sees, language }) {
  assert.equal(await language(), 'zh-CN');

  step('is it in');
  await follow('运行状态', page.locator('footer'));
  await sees('收件箱');
  await sees(/下次运行/);
  await follow(/^1\.1\.0/, main);
  await sees(/已发布|最新/);

  step('what it changed');
  await follow(/相比的变化/, main);
  await sees(/规划原文/);
  await sees(/共 \d+ 处变化/);
  const shown = await main.locator('section.box').count();
  assert.ok(shown > 0);
  await follow(/\d+$/, main.getByRole('navigation', { name: '种类' }));
  await sees(/共 \d+ 处/);

  step('what readers see');
  await follow(/看读者看到的/, main);
  await sees(/.+/);
  assert.equal(await language(), 'zh-CN');
}
