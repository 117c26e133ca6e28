// What the tests share: one browser per file, a page per visit, and whatever its console says.
'use strict';

const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { after, afterEach, before } = require('node:test');
const { setTimeout: pause } = require('node:timers/promises');
const { chromium } = require('playwright-core');

const SITE = process.env.SITE;
const PATIENCE = 120_000; // milliseconds: how slow a machine may be, which no test is about
const contexts = new Set();
let browser;

before(async () => {
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args, timeout: PATIENCE });
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts.clear();
});
after(async () => {
  await browser?.close();
});

// What a click or a key does is done a moment later: whatever is to come of it is asked until it is so.
async function until(holds) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}

// becomes(() => found(page), /^3 of 12/) or becomes(() => isOpen(page), true)
const becomes = (read, wanted) => until(async () => {
  const found = await read();
  if (wanted instanceof RegExp) assert.match(found, wanted);
  else assert.deepStrictEqual(found, wanted);
});

const SIZES = {
  narrow: { width: 360, height: 800 },
  middle: { width: 768, height: 1024 },
  wide: { width: 1440, height: 1000 },
};

// visit('d178.html#pg_623', { size: 'narrow', touch: true }) → the page; page.said is what its console complained of,
// page.open leads it to another path.
// Other options: dark, contrast, noScript.
async function visit(path, { size = 'wide', touch = false, dark = false, contrast = false, noScript = false } = {}) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: touch,
    colorScheme: dark ? 'dark' : 'light',
    contrast: contrast ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
    javaScriptEnabled: !noScript,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  contexts.add(context);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.said = [];
  page.on('console', (message) => message.type() === 'log' || page.said.push(message.text()));
  page.on('pageerror', (error) => page.said.push(error.message));
  // A page that is left breaks off what it still loads: the icon, on a busy machine. What is not there says so by itself.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') page.said.push(`failed: ${request.url()}`);
  });
  page.open = (next) => page.goto(SITE + next);
  await page.open(path);
  return page;
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = {
  wide: { size: 'wide' },
  narrow: { size: 'narrow' },
  dark: { size: 'middle', dark: true },
  'more contrast': { size: 'wide', contrast: true },
};

// What axe-core finds on a page: the rule, and the first elements that break it.
async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), STANDARD);
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

// Every page of the site that links lead to from the index: [path, markup].
async function everyPage() {
  const paths = new Set(['index.html']);
  const pages = [];
  for (const path of paths) {
    const markup = await (await fetch(SITE + path)).text();
    pages.push([path, markup]);
    for (const [, href] of markup.matchAll(/<a\b[^>]*?\bhref="([^"#:]+\.html)/g)) {
      const target = new URL(href, SITE + path).href;
      if (target.startsWith(SITE)) paths.add(target.slice(SITE.length));
    }
  }
  return pages;
}

module.exports = { LOOKS, SITE, SIZES, becomes, everyPage, until, visit, violations };
