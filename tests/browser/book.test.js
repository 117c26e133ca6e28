// Every file of an e-book, as a reading system opens it: no violation on a light or a dark ground.
'use strict';

const assert = require('node:assert');
const { readFileSync, readdirSync } = require('node:fs');
const { test } = require('node:test');
const { visit } = require('./browser');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8');
const FOLDER = `${process.env.FOLDER}/../book`;
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.xhtml'));

async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => window.axe.run(document));
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

test('the book has its pages', () => {
  const wanted = ['cover.xhtml', 'd178.xhtml', 'd310.xhtml', 'nav.xhtml', 'persons.xhtml', 'title.xhtml'];
  assert.deepStrictEqual(wanted.filter((name) => !PAGES.includes(name)), []);
});

for (const dark of [false, true]) {
  test(`no violation on any page: ${dark ? 'dark' : 'light'}`, async () => {
    const page = await visit('index.html', { size: 'middle', dark });
    for (const name of PAGES) {
      await page.open(`../book/${name}`);
      assert.deepStrictEqual(await violations(page), [], name);
    }
  });
}

test('axe would find a violation', async () => {
  const page = await visit('index.html');
  await page.open('../book/d178.xhtml');
  await page.evaluate(() => document.body.append(document.createElement('img')));
  assert.notDeepStrictEqual(await violations(page), []);
});
