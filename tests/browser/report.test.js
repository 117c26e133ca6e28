// The report of a build stands beside the site, and is read by editors on any screen, and printed.
'use strict';

const assert = require('node:assert');
const { test } = require('node:test');
const { LOOKS, visit, violations } = require('./browser');

const REPORT = '../report.html';

for (const [name, look] of Object.entries(LOOKS)) {
  test(`no violation, no word on the console, nothing that sticks out: ${name}`, async () => {
    const page = await visit(REPORT, look);
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
    const [room, width] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
    assert.ok(width <= room, `${width} pixels in ${room}`);
    assert.deepStrictEqual(await violations(page), []);
    assert.deepStrictEqual(page.said.filter((word) => !word.includes('favicon') && !word.includes('404')), []);
  });
}

test('a place leads to its page, at the right spot', async () => {
  const page = await visit(REPORT);
  const link = await page.evaluate(() => document.querySelector('.places a.place[href*="#"]').getAttribute('href'));
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  await page.click('.places a.place[href*="#"]');
  await page.waitForURL(/html\/.*\.html/);
  const anchor = link.replace(/^.*#/, '').replace(/:~:.*/, '');
  assert.ok(await page.evaluate((id) => document.getElementById(id) !== null, anchor), link);
});

test('a kind in the table leads to its places', async () => {
  const page = await visit(REPORT);
  await page.click('.kinds a');
  const [code, id] = await page.evaluate(() => [document.querySelector('.kinds a').textContent, window.location.hash]);
  assert.strictEqual(id, `#kind-${code}`);
  assert.ok(await page.evaluate((kind) => document.getElementById(kind) !== null, id.slice(1)));
});

test('what is folded on the screen is printed', async () => {
  const page = await visit(REPORT, { size: 'middle' });
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = false; }));
  const height = () => page.evaluate(() => document.querySelector('.places li').getBoundingClientRect().height);
  await page.emulateMedia({ media: 'print' });
  assert.ok((await height()) > 0);
  await page.setViewportSize({ width: 680, height: 960 }); // a page of A4 between its margins
  const [room, width] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  assert.ok(width <= room, `${width} pixels in ${room}`);
});
