// The search page: asks Pagefind, lists the documents found, and leads to the place in each where the words stand. What is
// asked stands in the address: search.html?q=missiles&kind=Telegram.
'use strict';
(async () => {
  const place = document.querySelector('.search-page');
  const said = place.dataset;
  const form = document.querySelector('form.search');
  const filters = place.querySelector('form.filters');
  const status = place.querySelector('.found');
  const list = place.querySelector('.results');
  const facets = ['kind', 'year', 'person'];
  const step = 10;
  let pagefind;
  let all;

  if (location.protocol === 'file:') {
    status.textContent = said.fromDisk;
    for (const control of form.elements) control.disabled = true;
    return;
  }
  try {
    const options = { excerptLength: 30 };
    const [program, parts] = await Promise.all([import('../../pagefind/pagefind.js'), fetch('pagefind/parts.json')]);
    pagefind = program;
    await pagefind.options(options);
    // A large edition has several indexes, which are asked as one.
    const folders = (await parts.json()).map((part) => new URL(`pagefind/${part}`, document.baseURI).pathname);
    await Promise.all(folders.map((folder) => pagefind.mergeIndex(folder, options)));
    all = await pagefind.filters();
  } catch {
    status.textContent = said.failed;
    return;
  }

  const read = () => Object.fromEntries(new URLSearchParams(location.search));

  function go(state) {
    const set = Object.entries(state).filter(([, value]) => value);
    history.pushState(null, '', `${location.pathname}?${new URLSearchParams(set)}`);
    search().catch(fail);
  }

  // ---- facets: what could be chosen, and how many documents that would give

  for (const facet of facets.filter((name) => Object.keys(all[name] ?? {}).length > 1)) {
    const label = document.createElement('label');
    const name = document.createElement('span');
    const select = document.createElement('select');
    name.textContent = said[facet];
    select.name = facet;
    label.append(name, ' ', select);
    filters.append(label);
  }
  filters.hidden = !filters.elements.length;
  const order = new Intl.Collator(document.documentElement.lang).compare;

  function offer(counts, state) {
    for (const select of filters.elements) {
      const count = (value) => counts[select.name]?.[value] ?? 0;
      const chosen = state[select.name];
      const choices = Object.keys(all[select.name]).sort(order).filter((value) => count(value) || value === chosen);
      select.replaceChildren(new Option(said.all, ''),
        ...choices.map((value) => new Option(`${value} (${count(value).toLocaleString()})`, value, false, value === chosen)));
    }
  }

  // ---- results

  // Of the first marked word of the excerpt: which word of the document it is, counted from 0, and two words before it.
  function found(data) {
    const [before, word] = data.excerpt.split(/<\/?mark>/);
    const holder = document.createElement('p');
    holder.innerHTML = before;
    const lead = holder.textContent;
    const start = data.content.indexOf(data.plain_excerpt ?? data.excerpt.replace(/<\/?mark>/g, ''));
    const count = (text) => text.split(/\s+/).filter(Boolean).length;
    const number = start < 0 ? data.locations[0] : count(data.content.slice(0, start)) + count(lead);
    holder.innerHTML = word ?? '';
    return { number: number ?? 0, word: holder.textContent, lead: lead.split(/\s+/).filter(Boolean).slice(-2).join(' ') };
  }

  // The place with an address before the word, and for browsers that know it the word itself: d178.html#pg_623:~:text=…
  function address(path, data) {
    const { number, word, lead } = found(data);
    const anchors = data.anchors.filter((anchor) => anchor.location <= number);
    const last = anchors.length ? anchors.reduce((best, anchor) => (anchor.location >= best.location ? anchor : best)).id : 'main';
    const encoded = (text) => encodeURIComponent(text).replace(/-/g, '%2D');
    return `${path}#${last}${word ? `:~:text=${lead ? `${encoded(lead)}-,` : ''}${encoded(word)}` : ''}`;
  }

  function item(data, query) {
    const path = data.raw_url.replace(/^\//, '');
    const entry = document.createElement('li');
    const title = document.createElement('h2');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = data.meta.title;
    title.append(link);
    const facts = document.createElement('p');
    facts.className = 'quiet';
    facts.textContent = [data.meta.kind, data.meta.date].filter(Boolean).join(' · ');
    const excerpt = document.createElement('p');
    excerpt.className = 'excerpt';
    const there = document.createElement('a');
    there.href = query ? address(path, data) : path;
    there.innerHTML = data.excerpt;
    excerpt.append(there);
    entry.append(title, facts, excerpt);
    return entry;
  }

  // The answer to what is no longer asked comes too late, and is dropped.
  let asked = 0;

  async function more(results, from, query) {
    const turn = asked;
    const next = await Promise.all(results.slice(from, from + step).map((result) => result.data()));
    if (turn !== asked) return [];
    const items = next.map((data) => item(data, query));
    list.append(...items);
    place.querySelector('.more')?.remove();
    if (from + step < results.length) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'more';
      button.textContent = said.more;
      button.addEventListener('click', async () => {
        const [first] = await more(results, from + step, query).catch(fail);
        first?.querySelector('a').focus();
      });
      place.append(button);
    }
    return items;
  }

  function fail() {
    status.textContent = said.failed;
    return [];
  }

  async function search() {
    asked += 1;
    const turn = asked;
    const state = read();
    const query = (state.q ?? '').trim();
    const chosen = Object.fromEntries(facets.filter((name) => state[name]).map((name) => [name, state[name]]));
    form.elements.q.value = query;
    list.replaceChildren();
    place.querySelector('.more')?.remove();
    if (!query && !Object.keys(chosen).length) {
      offer(all, state);
      status.textContent = '';
      return;
    }
    const { filters: counts, results } = await pagefind.search(query || null, { filters: chosen });
    if (turn !== asked) return;
    offer(counts, state);
    const sentence = results.length === 0 ? said.none : results.length === 1 ? said.one : said.some;
    status.textContent = sentence.replace('{n}', results.length.toLocaleString())
      .replace('{words}', [query, ...Object.values(chosen)].filter(Boolean).join(' · '));
    await more(results, 0, query);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...read(), q: form.elements.q.value });
  });
  filters.addEventListener('change', ({ target: select }) => go({ ...read(), [select.name]: select.value }));
  window.addEventListener('popstate', () => search().catch(fail));
  await search().catch(fail);
})();
