// The buttons that copy a citation. Where the browser forbids it (no https), the citation is selected, to be copied by hand.
(() => {
  'use strict';

  const select = (element) => {
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.selectAllChildren(element);
  };

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy');
    if (!button) return;
    const source = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      select(source);
      return;
    }
    const label = button.textContent;
    const name = button.getAttribute('aria-label');
    button.textContent = button.dataset.done;
    button.setAttribute('aria-label', button.dataset.done);
    setTimeout(() => {
      button.textContent = label;
      button.setAttribute('aria-label', name);
    }, 2000);
  });
})();
