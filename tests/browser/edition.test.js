// The pages of the edition as a reader uses them: filters, sorting, search, pictures, addresses, without script, from disk.
'use strict';

const assert = require('node:assert');
const { test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { becomes, until, visit } = require('./browser');

const numbers = (page) => page.locator('table.documents tbody .number').allTextContents();
const years = (page) => page.locator('table.documents tbody time').evaluateAll((times) => times.map((time) => time.dateTime.slice(0, 4)));
const found = (page) => page.locator('.found').first().textContent();
const kinds = (page) => page.locator('tbody .kind').allTextContents().then((all) => [...new Set(all)]);
const dates = (page) => page.locator('tbody .date').evaluateAll(
  (cells) => cells.map((cell) => cell.querySelector('time')?.dateTime ?? '9999'));

test('the table is filtered by kind and year, and says how many are left', async () => {
  const page = await visit('index.html');
  const all = await numbers(page);
  await page.getByLabel('Kind').selectOption('Conversation');
  await becomes(() => kinds(page), ['Conversation']);
  const some = await numbers(page);
  assert.ok(some.length > 0 && some.length < all.length);
  assert.match(await found(page), new RegExp(`^${some.length} of ${all.length} documents`));
  const [year] = await years(page);
  await page.getByLabel('Year').selectOption(year);
  await becomes(() => years(page).then((all) => [...new Set(all)]), [year]);
  await page.getByRole('button', { name: 'Show all' }).click();
  await becomes(() => numbers(page), all);
});

test('the table is filtered by a person, and by words that are typed', async () => {
  const page = await visit('index.html');
  const all = await numbers(page);
  await page.getByLabel('From, to or with').selectOption('p_SGP1');
  await becomes(() => numbers(page), ['310']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await becomes(() => numbers(page), all);
  await page.getByLabel('Words in the table').fill('telegram STATE');
  await until(async () => {
    const rows = await page.locator('tbody tr').allTextContents();
    assert.ok(rows.length > 0);
    for (const row of rows) assert.match(row.toLowerCase(), /telegram.*state/s);
  });
  await page.getByLabel('Words in the table').fill('no such word');
  await becomes(() => found(page), /No document fits/);
  assert.deepStrictEqual(await numbers(page), []);
});

test('the table is sorted by each column, up and down, and those without a date come last', async () => {
  const page = await visit('index.html');
  const before = await numbers(page);
  const header = page.getByRole('columnheader', { name: 'No.' });
  const sort = (column) => column.getAttribute('aria-sort');
  await header.getByRole('button').click();
  await becomes(() => sort(header), 'ascending');
  const up = (await numbers(page)).filter(Boolean).map(Number);
  assert.deepStrictEqual(up, [...up].sort((one, other) => one - other));
  await header.getByRole('button').press('Enter');
  await becomes(() => sort(header), 'descending');
  assert.deepStrictEqual((await numbers(page)).filter(Boolean).map(Number), up.reverse());
  await header.getByRole('button').click();
  await becomes(() => sort(header), null);
  assert.deepStrictEqual(await numbers(page), before);
  const date = page.getByRole('columnheader', { name: 'Date' });
  await date.getByRole('button').click();
  await becomes(() => sort(date), 'ascending');
  assert.deepStrictEqual(await dates(page), (await dates(page)).sort());
});

test('the back button takes a filter back, and comes back to the filtered table', async () => {
  const page = await visit('index.html');
  const all = await numbers(page);
  await page.getByLabel('Kind').selectOption('Telegram');
  await becomes(() => kinds(page), ['Telegram']);
  const telegrams = await numbers(page);
  await page.locator('tbody .title a').first().click();
  await page.waitForURL(/\/d[^/]*\.html$/);
  await page.goBack();
  await becomes(() => numbers(page), telegrams);
  await becomes(() => page.getByLabel('Kind').inputValue(), 'Telegram');
  await page.goBack();
  await becomes(() => numbers(page), all);
  await becomes(() => page.getByLabel('Kind').inputValue(), '');
});

test('without a script the table is whole, and nothing offers what does not work', async () => {
  const page = await visit('index.html', { noScript: true });
  assert.ok((await numbers(page)).length > 5);
  assert.strictEqual(await page.locator('form.filters').isVisible(), false);
  assert.strictEqual(await page.locator('thead button').count(), 0);
  await page.open('search.html');
  assert.match(await page.locator('main').textContent(), /Search needs JavaScript/);
});

test('search finds words, leads to their place, and is filtered by facets', async () => {
  const page = await visit('index.html');
  await page.getByLabel('Search the documents').fill('constructive');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/search\.html\?q=constructive$/);
  await page.locator('.results li').first().waitFor();
  const titles = await page.locator('.results h2').allTextContents();
  assert.ok(titles.some((title) => title.startsWith('178. ')), titles.join(' | '));
  assert.match(await found(page), /documents? with “constructive”/);
  const result = page.locator('.results li', { hasText: '178. ' });
  const address = await result.locator('.excerpt a').getAttribute('href');
  assert.match(address, /^d178\.html#[^:]+:~:text=/);
  await result.locator('.excerpt a').click();
  await page.waitForURL(/d178\.html#/);
  const place = address.match(/#([^:]+)/)[1];
  assert.strictEqual(await page.locator(`[id="${place}"]`).count(), 1);
  await page.goBack();
  await page.locator('.results li').first().waitFor();
  assert.deepStrictEqual(page.said, []);
});

test('a facet narrows what was found, the back button widens it again', async () => {
  const page = await visit('search.html?q=the');
  await page.locator('.results li').first().waitFor();
  const before = await found(page);
  const facet = page.getByLabel('Kind');
  await facet.selectOption('Telegram');
  await page.waitForURL(/kind=Telegram/);
  await until(async () => {
    const facts = await page.locator('.results .quiet').allTextContents();
    assert.ok(facts.length > 0);
    for (const fact of facts) assert.match(fact, /^Telegram/);
  });
  await page.goBack();
  await becomes(() => found(page), before);
  await page.open('search.html?q=xyzzyx');
  await becomes(() => found(page), /Nothing was found/);
});

test('several indexes are asked as one', async () => {
  const page = await visit('index.html');
  for (const query of ['q=the', 'q=the&kind=Telegram', 'q=constructive', 'q=xyzzyx']) {
    await page.open(`search.html?${query}`);
    await becomes(() => found(page), /with|Nothing/);
    const [told, kinds] = [await found(page), await page.getByLabel('Kind').innerText()];
    await page.open(`../large/html/search.html?${query}`);
    await becomes(() => found(page), told);
    assert.strictEqual(await page.getByLabel('Kind').innerText(), kinds);
  }
  const result = page.locator('.results a').first();
  await page.open('../large/html/search.html?q=constructive');
  assert.match(await result.getAttribute('href'), /^d\d+\.html/);
  assert.deepStrictEqual(page.said, []);
});

test('an answer that comes late is not put among those to the next question', async () => {
  const page = await visit('search.html?q=the');
  await page.locator('.results li').first().waitFor();
  await page.evaluate(() => {
    for (const words of ['the', 'constructive']) {
      window.history.replaceState(null, '', `?q=${words}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }
  });
  await becomes(() => found(page), /with “constructive”$/);
  const count = parseInt(await found(page), 10);
  await page.locator('.results li').first().waitFor();
  await page.waitForTimeout(500); // the time that a late answer would have to come
  assert.strictEqual(await page.locator('.results li').count(), count);
});

test('an index that can not be read says so', async () => {
  const page = await visit('index.html');
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.open('search.html?q=the');
  await becomes(() => found(page), /could not be loaded/);
});

test('a mark of the timeline leads to its month, one of the correspondence to its pair, by keyboard too', async () => {
  for (const path of ['timeline.html', 'correspondence.html']) {
    const page = await visit(path, { size: 'narrow' });
    const mark = page.locator('svg a').last();
    await mark.focus();
    await page.keyboard.press('Enter');
    const target = await mark.getAttribute('href');
    await becomes(() => new URL(page.url()).hash, target);
    assert.ok(await page.locator(`[id="${target.slice(1)}"]`).isVisible());
  }
});

test('a telephone has who wrote to whom in lines, and breaks no word', async () => {
  const page = await visit('correspondence.html', { size: 'narrow' });
  await until(async () => {
    const names = await page.locator('.pairs tbody a').evaluateAll((links) => links.map((link) => link.getClientRects().length));
    assert.ok(names.length > 2);
    assert.ok(Math.max(...names) <= 2, names.join());
  });
  const widths = await page.locator('.pairs tbody th').evaluateAll((cells) => cells.map((cell) => cell.clientWidth));
  assert.ok(Math.min(...widths) > 200, widths.join());
});

test('the address of a printed page leads to its place', async () => {
  const page = await visit('index.html');
  await page.open('pages/623.html').catch(() => {}); // it leads on before it is whole
  await page.waitForURL(/d178\.html#pg_623$/);
  assert.strictEqual(await page.locator('#pg_623').count(), 1);
});

test('from the disk everything works but search, which says so', async () => {
  const page = await visit('index.html');
  await page.goto(pathToFileURL(`${process.env.FOLDER}/index.html`).href);
  await page.getByLabel('Kind').selectOption('Telegram');
  await becomes(() => kinds(page), ['Telegram']);
  await page.locator('tbody .from a').first().click();
  await page.waitForURL(/^file:.*\/(persons|organisations)\/[^/]+\.html$/);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await becomes(() => found(page), /Search needs a web server/);
  assert.strictEqual(await page.getByLabel('Search the documents').isDisabled(), true);
  assert.deepStrictEqual(page.said, []);
});
