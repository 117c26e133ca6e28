// Notes, three ways: beside the text, in a popover, at the foot.
'use strict';

const assert = require('node:assert');
const { test } = require('node:test');
const { becomes, until, visit } = require('./browser');

const boxes = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((one) => {
  const { top, bottom, left, right } = one.getBoundingClientRect();
  return { top, bottom, left, right };
}));
const isOpen = (page) => page.locator('#peek:popover-open').count().then(Boolean);
const scrolled = (page) => page.evaluate(() => window.scrollY);

test('a wide screen has them beside the text, at their calls, and none over another', async () => {
  const page = await visit('d178.html');
  await until(async () => { // they are placed again when the faces have come
    const [text] = await boxes(page, 'article');
    const notes = await boxes(page, '.notes .note');
    const calls = await boxes(page, 'article .call a');
    assert.strictEqual(notes.length, 5);
    notes.forEach((note, place) => {
      assert.ok(note.left >= text.right, 'beside the text');
      if (place) assert.ok(note.top >= notes[place - 1].bottom, 'below the note before it');
      const pushed = place && notes[place - 1].bottom + 16 > calls[place].top;
      assert.ok(pushed || Math.abs(note.top - calls[place].top) < 16, 'at its call');
    });
  });
});

test('later notes are pushed down where an earlier one is long', async () => {
  const page = await visit('d178.html');
  await page.evaluate(() => { document.querySelector('#d178fn2 .body').append(' word'.repeat(400)); });
  await page.waitForFunction(() => {
    const [second, third] = ['d178fn2', 'd178fn3'].map((id) => document.getElementById(id).getBoundingClientRect());
    return second.height > 400 && third.top >= second.bottom;
  });
});

test('a call beside the text marks its note, the text stays, and back leads back', async () => {
  const page = await visit('d178.html');
  await page.evaluate(() => document.fonts.ready);
  await page.locator('#d178fn3-call').scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  await page.click('#d178fn3-call');
  await page.waitForURL(/#d178fn3$/);
  assert.strictEqual(await scrolled(page), before);
  assert.strictEqual(await page.locator('.note:target').getAttribute('id'), 'd178fn3');
  assert.strictEqual(await isOpen(page), false);
  await page.goBack();
  await page.waitForURL(/d178\.html$/);
  await becomes(() => page.locator('.note:target').count(), 0);
});

const ways = {
  mouse: (page) => page.click('#d178fn2-call'),
  touch: (page) => page.tap('#d178fn2-call'),
  keyboard: async (page) => {
    await page.focus('#d178fn2-call');
    await page.keyboard.press('Enter');
  },
};

for (const [way, open] of Object.entries(ways)) {
  test(`a narrow screen shows a note in a popover, by ${way}; Escape closes it`, async () => {
    const page = await visit('d178.html', { size: 'narrow', touch: way === 'touch' });
    await page.evaluate(() => document.fonts.ready);
    await page.locator('#d178fn2-call').scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    await open(page);
    await becomes(() => isOpen(page), true);
    assert.match(await page.locator('#peek').innerText(), /See Document 175/);
    assert.strictEqual(await scrolled(page), before, 'the text stays');
    assert.ok(await page.evaluate(() => document.querySelector('#peek').contains(document.activeElement)), 'it has the focus');
    await page.keyboard.press('Escape');
    await becomes(() => isOpen(page), false);
    await becomes(() => page.evaluate(() => document.activeElement.id), 'd178fn2-call'); // the focus is back
  });
}

test('a popover closes by its button, and by a tap elsewhere', async () => {
  const page = await visit('d178.html', { size: 'narrow', touch: true });
  await page.tap('#d178fn2-call');
  await page.tap('#peek button');
  await becomes(() => isOpen(page), false);
  await page.tap('#d178fn2-call');
  await becomes(() => isOpen(page), true);
  await page.touchscreen.tap(5, 5);
  await becomes(() => isOpen(page), false);
});

test('no element comes twice: what the popover shows has no ids', async () => {
  const page = await visit('d178.html', { size: 'narrow' });
  await page.click('#d178fn1-call');
  await becomes(() => isOpen(page), true);
  assert.strictEqual(await page.locator('[id="d178fn1"]').count(), 1);
  assert.strictEqual(await page.locator('.peek-content [id]').count(), 0);
  assert.strictEqual(await page.locator('.peek-content > div').getAttribute('lang'), 'en', 'it speaks the language of the list');
});

for (const size of ['narrow', 'wide']) {
  test(`without a script they are at the foot, with links both ways: ${size}`, async () => {
    const page = await visit('d178.html', { size, noScript: true });
    const [text] = await boxes(page, 'article');
    for (const note of await boxes(page, '.notes .note')) assert.ok(note.top >= text.bottom);
    await page.click('#d178fn3-call');
    await page.waitForURL(/#d178fn3$/);
    await until(async () => {
      const [note] = await boxes(page, '#d178fn3');
      assert.ok(note.top >= 0 && note.top < 800);
    });
    await page.click('#d178fn3 .back');
    await page.waitForURL(/#d178fn3-call$/);
    await until(async () => {
      const [call] = await boxes(page, '#d178fn3-call');
      assert.ok(call.top >= 0 && call.top < 800);
    });
    assert.strictEqual(await page.locator('#peek').isVisible(), false);
  });
}

for (const size of ['narrow', 'wide']) {
  test(`a link to a note leads to it: ${size}`, async () => {
    const page = await visit('d178.html#d178fn5', { size });
    await until(async () => {
      const [note] = await boxes(page, '#d178fn5');
      assert.ok(note.top >= 0 && note.bottom <= 1000, JSON.stringify(note));
      if (size === 'wide') {
        const [call] = await boxes(page, '#d178fn5-call');
        assert.ok(call.top >= 0 && call.bottom <= 1000, 'and to its call');
      }
    });
  });
}

test('a call can be hit: 24 by 24 pixels', async () => {
  const page = await visit('d178.html', { size: 'narrow' });
  const sizes = await page.locator('article .call a').evaluateAll((all) => all.map((one) => {
    const { width, height } = getComputedStyle(one, '::after');
    return Math.min(parseFloat(width), parseFloat(height));
  }));
  assert.deepStrictEqual([...new Set(sizes)], [24]);
});
