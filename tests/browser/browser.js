// What the tests share: one browser per file, a page per visit, and whatever its console says.
'use strict';

const { after, before } = require('node:test');
const { chromium } = require('playwright-core');

const SITE = process.env.SITE;
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser?.close();
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

module.exports = { SITE, SIZES, everyPage, visit };
