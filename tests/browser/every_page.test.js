// What holds for every page of the site, of whatever kind.
'use strict';

const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { test } = require('node:test');
const { everyPage, visit } = require('./browser');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), STANDARD);
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

// One page per kind: the class of its body tells which it is.
async function kinds() {
  const seen = new Map();
  for (const path of await everyPage()) {
    const page = await visit(path, { noScript: true });
    const kind = await page.locator('body').getAttribute('class');
    if (!seen.has(kind)) seen.set(kind, path);
    await page.context().close();
  }
  return seen;
}

test('the console is silent on every page: the content security policy holds', async () => {
  const paths = await everyPage();
  assert.ok(paths.length > 3);
  for (const path of paths) {
    const page = await visit(path);
    await page.waitForLoadState('networkidle');
    assert.deepStrictEqual(page.said, [], path);
    await page.context().close();
  }
});

test('a script in the page is refused, and would be heard', async () => {
  const page = await visit('index.html');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  assert.strictEqual(await page.evaluate(() => window.ran), undefined);
  assert.match(page.said.join(' '), /Content Security Policy/);
});

test('nothing sticks out at 360 pixels', async () => {
  for (const path of await everyPage()) {
    const page = await visit(path, { size: 'narrow' });
    const [room, width] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
    assert.ok(width <= room, `${path}: ${width} in ${room}`);
    await page.context().close();
  }
});

for (const look of [{ size: 'wide' }, { size: 'narrow' }, { size: 'wide', dark: true }, { size: 'wide', contrast: true }]) {
  test(`axe finds no violation on any kind of page: ${JSON.stringify(look)}`, async () => {
    for (const [kind, path] of await kinds()) {
      const page = await visit(path, look);
      assert.deepStrictEqual(await violations(page), [], `${kind}: ${path}`);
      await page.context().close();
    }
  });
}

test('axe would find one', async () => {
  const page = await visit('index.html');
  await page.evaluate(() => document.body.append(document.createElement('img')));
  assert.notDeepStrictEqual(await violations(page), []);
});
