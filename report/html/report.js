"use strict";
// Filters and sorts the findings. Without it the page shows all of them.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const output = form.querySelector("output");
  const tables = [...document.querySelectorAll("table.findings")].map((table) => ({
    table,
    body: table.tBodies[0],
    rows: [...table.tBodies[0].rows],
  }));
  const sender = 3; // column
  const texts = new WeakMap();

  function text(row) {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  }

  function fits(row, want) {
    return (
      row.dataset.s >= want.least &&
      (!want.category || row.dataset.c === want.category) &&
      (!want.person || row.cells[sender].textContent.trim() === want.person) &&
      (!want.state || row.dataset.n === want.state) &&
      (!want.text || text(row).includes(want.text))
    );
  }

  function filter() {
    const want = Object.fromEntries(new FormData(form));
    want.text = want.text.trim().toLowerCase();
    let shown = 0;
    let all = 0;
    for (const { table, rows } of tables) {
      let here = 0;
      for (const row of rows) {
        row.hidden = !fits(row, want);
        if (!row.hidden) here++;
      }
      table.hidden = here === 0;
      shown += here;
      all += rows.length;
    }
    output.textContent = shown === 0 && all > 0 ? output.dataset.none : output.dataset.text.replace("{shown}", shown).replace("{all}", all);
  }

  function key(row, column, kind) {
    const cell = row.cells[column];
    switch (kind) {
      case "s":
        return -row.dataset.s; // the most severe first
      case "v":
        return Number(cell.dataset.v);
      case "n":
        return Number(cell.textContent);
    }
    return cell.textContent.trim();
  }

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function sort(part, head, column) {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const kind = head.dataset.k;
    const keyed = part.rows.map((row) => [key(row, column, kind), row]);
    const compare = kind === "t" ? (a, b) => collator.compare(a[0], b[0]) : (a, b) => a[0] - b[0];
    keyed.sort(up ? compare : (a, b) => compare(b, a));
    part.rows = keyed.map((pair) => pair[1]);
    part.body.append(...part.rows);
  }

  for (const part of tables) {
    [...part.table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(part, head, column));
      head.replaceChildren(button);
    });
  }

  let wait;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(filter, 120);
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
