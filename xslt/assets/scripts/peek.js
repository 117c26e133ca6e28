// A note or an entry that is not in sight is shown where it is called: in a native popover, which Escape and a click
// elsewhere close. Without this script the links lead to the notes and to the panel.
(() => {
  'use strict';

  const peek = document.querySelector('#peek');
  if (!peek?.showPopover) return;
  const content = peek.querySelector('.peek-content');
  let caller = null;

  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const isBeside = (element) =>
    getComputedStyle(element.closest('section') ?? element).getPropertyValue('--beside-text').trim() === 'yes';

  // The note or entry without what has its place in the list only: ids, and the way back to the text.
  const copyOf = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.back').forEach((link) => link.remove());
    for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
    copy.style.transform = '';
    const box = document.createElement('div');
    box.className = copy.className;
    box.lang = element.closest('[lang]').lang;
    box.append(...copy.childNodes);
    return box;
  };

  // Below the caller, or above it where there is more room; a narrow screen has it at its foot (css/apparatus.css).
  const place = () => {
    peek.style.removeProperty('left');
    peek.style.removeProperty('top');
    if (getComputedStyle(peek).getPropertyValue('--at-foot').trim() === 'yes') return;
    const from = caller.getClientRects()[0];
    const { width, height } = peek.getBoundingClientRect();
    const room = document.documentElement;
    const below = from.bottom + 8;
    const top = below + height <= room.clientHeight ? below : Math.max(8, from.top - height - 8);
    peek.style.left = `${Math.max(8, Math.min(from.left, room.clientWidth - width - 8))}px`;
    peek.style.top = `${top}px`;
  };

  const open = (link, element) => {
    if (!peek.contains(link)) caller = link;
    content.replaceChildren(copyOf(element));
    if (!peek.matches(':popover-open')) peek.showPopover();
    place();
    peek.scrollTop = 0;
    peek.focus({ preventScroll: true });
  };

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('.call a, a.name');
    if (link) {
      const element = target(link);
      if (!element || (element.matches('.note') && isBeside(element))) return;
      event.preventDefault();
      open(link, element);
    } else if (event.target.closest('#peek a[href^="#"]')) {
      peek.hidePopover();
    }
  });

  peek.addEventListener('toggle', (event) => {
    if (event.newState === 'closed' && (document.activeElement === document.body || peek.contains(document.activeElement))) {
      caller?.focus({ preventScroll: true });
    }
  });
  window.addEventListener('resize', () => peek.matches(':popover-open') && peek.hidePopover());
})();
