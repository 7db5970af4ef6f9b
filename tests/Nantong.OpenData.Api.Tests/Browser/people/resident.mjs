// A resident on a phone: what does the plan say about the care of the old, about my town, is the target for clean air met and who says so, has the text changed?
import assert from 'node:assert/strict';

export async function resident({ page, main, step, follow, sees, asks, language }) {
  assert.equal(await language(), 'zh-CN');

  step('养老');
  await asks('检索全文、指标与项目', '养老', '检索', main);
  await sees(/共 \d+ 条/);
  assert.ok(await main.locator('mark', { hasText: '养老' }).count() > 0, 'hits are not marked');
  await main.locator('ol.hits > li > a').first().click();
  await sees(/养老/);

  step('my town');
  await follow('地名', page.getByRole('navigation'));
  await follow(/^海安/, main);
  await sees(/规划提到 \d+ 次/);
  assert.ok(await main.locator('blockquote mark', { hasText: '海安' }).count() > 0, 'mentions are not marked');
  await follow(/第.+[章节段]|专栏|自然段/, main.locator('blockquote').first());
  await sees(/海安/);

  step('clean air');
  await follow('进展', page.getByRole('navigation'));
  await follow('城市空气质量优良天数比例', main);
  await sees(/达到|未达到|非目标年的数|尚未收录实绩/);
  await sees(/年目标/);
  await sees(/出处：|本服务尚未收录有出处的数值/);

  step('changes of the text');
  await follow('版本', page.getByRole('navigation'));
  await follow(/^比较 /, main);
  await sees(/规划原文(没有变|变了)/);
  assert.equal(await language(), 'zh-CN');
}
