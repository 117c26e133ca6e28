// A table of documents: filters and sorting. What is set stands in the fragment of the address (#kind=Telegram&sort=-date),
// so that the back button and bookmarks keep it, also where a page was opened from the disk.
'use strict';
(() => {
  const table = document.querySelector('table.documents');
  const headers = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const form = document.querySelector('form.filters');
  const parts = document.querySelector('nav.parts');
  const names = ['words', 'kind', 'year', 'who', 'sort'];
  const part = [...body.rows];
  let rows = part;
  let complete = !table.dataset.rows;

  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
  const cell = (row, name) => row.cells[headers.findIndex((header) => header.className === name)];
  const text = (row, name) => cell(row, name)?.textContent.trim() ?? '';
  const day = (row) => cell(row, 'date')?.querySelector('time')?.dateTime ?? '';

  function read() {
    const state = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    return Object.fromEntries(names.filter((name) => state[name]).map((name) => [name, state[name]]));
  }

  const fragment = (state) => `#${new URLSearchParams(state)}`.replace(/^#$/, '#documents');

  function fits(row, { words = '', kind, year, who }) {
    const said = row.textContent.toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => said.includes(word))
      && (!kind || text(row, 'kind') === kind)
      && (!year || day(row).startsWith(year))
      && (!who || (row.dataset.who ?? '').split(' ').includes(who));
  }

  function sorted(found, sort = '') {
    const name = sort.replace('-', '');
    if (!headers.some((header) => header.className === name)) return found;
    const key = name === 'date' ? day : (row) => text(row, name);
    const way = sort.startsWith('-') ? -1 : 1;
    // A row that says nothing comes last, whichever way.
    return [...found].sort((one, other) => (key(one) === '') - (key(other) === '') || way * order.compare(key(one), key(other)));
  }

  function show(state) {
    const asked = Object.keys(state).length > 0;
    const found = sorted(rows.filter((row) => fits(row, state)), state.sort);
    body.replaceChildren(...(asked ? found : part));
    if (parts) parts.hidden = asked;
    for (const header of headers) {
      header.removeAttribute('aria-sort');
      if (state.sort === header.className) header.setAttribute('aria-sort', 'ascending');
      if (state.sort === `-${header.className}`) header.setAttribute('aria-sort', 'descending');
    }
    if (!form) return;
    for (const control of form.querySelectorAll('input, select')) {
      if (control.value !== (state[control.name] ?? '')) control.value = state[control.name] ?? '';
    }
    const narrowed = names.some((name) => name !== 'sort' && state[name]);
    const output = form.elements.found;
    const { all, some, none } = output.dataset;
    output.value = !narrowed ? all : found.length === 0 ? none
      : some.replace('{n}', found.length.toLocaleString()).replace('{all}', rows.length.toLocaleString());
    form.querySelector('[type=reset]').hidden = !asked;
  }

  // Of a table in parts the page has one; the rows of all come with a script when they are first asked for.
  function update() {
    if (complete || !Object.keys(read()).length) {
      show(read());
      return;
    }
    const script = document.createElement('script');
    script.src = table.dataset.rows;
    script.addEventListener('load', () => {
      const every = document.createElement('tbody');
      every.innerHTML = window.allRows;
      rows = [...every.rows];
      complete = true;
      show(read());
    });
    document.head.append(script);
  }

  for (const header of headers) {
    const button = document.createElement('button');
    const name = header.className;
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const { sort, ...state } = read();
      location.hash = fragment(sort === name ? { ...state, sort: `-${name}` } : sort === `-${name}` ? state : { ...state, sort: name });
    });
  }

  function asked() {
    const { sort } = read();
    const controls = [...form.querySelectorAll('input, select')].filter((control) => control.value);
    return { ...Object.fromEntries(controls.map((control) => [control.name, control.value])), ...(sort ? { sort } : {}) };
  }

  // A choice is a step that the back button takes back; a letter that is typed is none.
  form?.addEventListener('change', () => {
    location.hash = fragment(asked());
  });
  form?.addEventListener('input', ({ target }) => {
    if (target.name !== 'words') return;
    history.replaceState(null, '', fragment(asked()));
    update();
  });
  form?.addEventListener('reset', (event) => {
    event.preventDefault();
    location.hash = fragment({});
  });
  form?.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', update);
  update();
})();
