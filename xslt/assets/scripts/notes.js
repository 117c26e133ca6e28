// Notes beside the text, on a screen that has room for them: each is moved down to its call, and a later one below the one
// before it. Without this script they stand in the margin (or at the foot) in their order.
(() => {
  'use strict';

  const section = document.querySelector('.document .notes');
  if (!section) return;
  const list = section.querySelector('ol');
  const pairs = [...list.querySelectorAll('.note')]
    .map((note) => ({ note, call: document.getElementById(`${note.id}-call`) }))
    .filter(({ call }) => call);
  const GAP = 8;

  const isBeside = () => getComputedStyle(section).getPropertyValue('--beside-text').trim() === 'yes';

  // Notes are shifted by transform: what moves so is no shift of the layout. First all is measured, then all is moved.
  const place = () => {
    if (!isBeside()) {
      for (const { note } of pairs) note.style.transform = '';
      section.style.minHeight = '';
      return;
    }
    const top = list.getBoundingClientRect().top;
    const measured = pairs.map(({ note, call }) => ({
      note, at: note.offsetTop, height: note.offsetHeight, call: call.getBoundingClientRect().top - top,
    }));
    let free = 0;
    for (const { note, at, height, call } of measured) {
      const wanted = Math.max(Math.round(call) - 4, free);
      note.style.transform = `translateY(${wanted - at}px)`;
      free = wanted + height + GAP;
    }
    section.style.minHeight = `${free}px`;
  };

  // A note beside the text is marked, and the text stays where it is; the address is that of the note.
  const show = (event) => {
    const call = event.target.closest('.call a');
    if (!call || !isBeside() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { scrollX, scrollY } = window;
    location.hash = call.hash;
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    document.getElementById(call.hash.slice(1)).scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };

  // Who comes by a link to a note was led to where it stood before it was placed, or before the faces had come.
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest('.notes') && isBeside()) target.scrollIntoView({ block: 'center', behavior: 'instant' });
  };

  place();
  arrive();
  new ResizeObserver(place).observe(document.querySelector('article'));
  new ResizeObserver(place).observe(list);
  if (document.fonts?.status === 'loading') {
    document.fonts.ready.then(() => {
      place();
      arrive();
    });
  }
  document.addEventListener('click', show);
})();
