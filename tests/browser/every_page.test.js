// What holds for every kind of page of the site. One page of each kind is looked at, in each look; all links of all pages
// are followed by test_markup.py.
'use strict';

const assert = require('node:assert');
const { test } = require('node:test');
const { LOOKS, becomes, everyPage, visit, violations } = require('./browser');

// The longest page of each kind, which the class of its body tells: kind → path. One that leads on is never in sight.
async function kinds() {
  const longest = new Map();
  for (const [path, markup] of await everyPage()) {
    if (markup.includes('http-equiv="refresh"')) continue;
    const kind = markup.match(/<body class="([^"]*)"/)[1];
    if (!longest.has(kind) || longest.get(kind).size < markup.length) longest.set(kind, { path, size: markup.length });
  }
  return [...longest].map(([kind, { path }]) => [kind, path]);
}

test('the site has pages of each kind', async () => {
  const views = ['index', 'persons', 'organisations', 'timeline', 'correspondence', 'pages', 'search', 'about'];
  const found = (await kinds()).map(([kind]) => kind);
  assert.deepStrictEqual(['document', 'entry-page', ...views].filter((kind) => !found.includes(kind)), []);
});

for (const [name, look] of Object.entries(LOOKS)) {
  test(`no violation, no word on the console, nothing that sticks out: ${name}`, async () => {
    const page = await visit('index.html', look);
    for (const [kind, path] of await kinds()) {
      await page.open(kind === 'search' ? `${path}?q=the` : path);
      if (kind === 'search') await page.locator('.results li').first().waitFor();
      assert.deepStrictEqual(page.said, [], `${kind}, ${path}: the console`);
      const [room, width] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
      assert.ok(width <= room, `${kind}, ${path}: ${width} pixels in ${room}`);
      assert.deepStrictEqual(await violations(page), [], `${kind}, ${path}: axe`);
    }
  });
}

test('axe would find a violation', async () => {
  const page = await visit('index.html');
  await page.evaluate(() => document.body.append(document.createElement('img')));
  assert.notDeepStrictEqual(await violations(page), []);
});

test('a script in the page is refused by the content security policy, and would be heard', async () => {
  const page = await visit('index.html');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  assert.strictEqual(await page.evaluate(() => window.ran), undefined);
  await becomes(() => page.said.join(' '), /Content Security Policy/);
});
