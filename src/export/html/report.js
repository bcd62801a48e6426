'use strict';
// Filters and sorting. Without this script everything is there to read.
{
  const find = document.querySelector('.find');
  const table = document.querySelector('table');
  const field = (name) => find.querySelector(`[name=${name}]`);
  const output = find.querySelector('output');
  const ROWS = 100; // in one body of the table: what is not on the screen is not laid out
  const AT_ONCE = 1000; // rows that are filtered before what the person does is looked at again
  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  const rows = [...table.querySelectorAll('tbody > tr')];
  const known = [];
  // What the row that was there at that place says, read when it is first asked for.
  const record = (order) => {
    if (!known[order]) {
      const row = rows[order];
      const [sentence, labels, source, , by] = row.cells;
      const at = document.getElementById(sentence.querySelector('a').hash.slice(1));
      known[order] = {
        row, order, at,
        article: at?.closest('article'),
        labels: [...labels.children].map((label) => label.lastChild.textContent.trim()),
        by: by.textContent.trim().split(' '),
        source: folded(source.textContent),
        words: folded(row.textContent),
      };
    }
    return known[order];
  };

  const tell = (shown, of) => {
    const number = (n) => n.toLocaleString(document.documentElement.lang);
    output.textContent = output.dataset.shown.replace('#', number(shown)).replace('%', number(of));
  };

  let turn = 0;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const labels = [...find.querySelectorAll('[name=label]:checked')].map((box) => box.value);
    const by = field('by').value;
    const source = folded(field('source').value.trim());
    const words = folded(field('words').value.trim());
    const asked = labels.length > 0 || by || source || words;
    const meant = new Set();
    let shown = 0;
    for (let order = 0; order < rows.length; order += 1) {
      if (order % AT_ONCE === AT_ONCE - 1) {
        await new Promise((go) => setTimeout(go));
        if (mine !== turn) {
          return;
        }
      }
      const one = record(order);
      const fits = (labels.length === 0 || one.labels.some((label) => labels.includes(label)))
        && (!by || one.by.includes(by)) && one.source.includes(source) && one.words.includes(words);
      one.row.hidden = !fits;
      one.at?.classList.toggle('off', !fits);
      if (fits) {
        shown += 1;
        meant.add(one.article);
      }
    }
    for (const article of document.querySelectorAll('article')) {
      article.hidden = asked && !meant.has(article);
    }
    tell(shown, rows.length);
  };

  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  };
  find.addEventListener('input', soon);
  field('all').addEventListener('click', () => {
    for (const one of find.querySelectorAll('input, select')) {
      one.checked = false;
      if (one.type !== 'checkbox') {
        one.value = '';
      }
    }
    show();
  });

  const sort = (column, heading) => {
    const up = heading.ariaSort !== 'ascending';
    for (const other of table.querySelectorAll('th')) {
      other.removeAttribute('aria-sort');
    }
    heading.ariaSort = up ? 'ascending' : 'descending';
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const all = rows.map((_, order) => record(order));
    const keys = new Map(all.map((one) => [one, one.row.cells[column].textContent.trim()]));
    const sorted = all.sort((a, b) => {
      const [one, other] = [keys.get(a), keys.get(b)];
      const order = (one === '') - (other === '') || (up ? compare(one, other) : compare(other, one));
      return order || a.order - b.order;
    });
    const before = [...table.tBodies];
    for (let at = 0; at < sorted.length; at += ROWS) {
      const body = document.createElement('tbody');
      body.append(...sorted.slice(at, at + ROWS).map((one) => one.row));
      table.append(body);
    }
    before.forEach((body) => body.remove());
  };
  for (const [column, heading] of [...table.querySelectorAll('th')].entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sort(column, heading));
    heading.append(button);
  }

  // A tap on a sentence opens its note where it does not stand in the margin.
  document.addEventListener('click', (event) => {
    const sentence = event.target.closest?.('.s[id]:not(.off)');
    if (sentence && getSelection().isCollapsed && !matchMedia('(min-width: 62rem)').matches) {
      sentence.nextElementSibling.click();
    }
  });

  find.hidden = rows.length === 0;
  tell(rows.length, rows.length);
}
