// Long tables get a field that filters their rows, and headings that sort them.
"use strict";

const LONG = 20;

function text(row, column) {
  return row.cells[column].textContent.trim();
}

function compare(one, other) {
  return one.localeCompare(other, undefined, { numeric: true, sensitivity: "base" });
}

function sort(table, column) {
  const heading = table.tHead.rows[0].cells[column];
  const descending = heading.getAttribute("aria-sort") === "ascending";
  for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => compare(text(one, column), text(other, column)));
  body.append(...(descending ? rows.reverse() : rows));
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, column));
    heading.append(button);
  });
}

function filterField(table) {
  const field = document.createElement("input");
  field.type = "search";
  field.className = "filter-rows";
  field.placeholder = "Filter rows";
  field.setAttribute("aria-label", "Filter the rows of the table below");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of table.tBodies[0].rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => content.includes(word));
    }
  });
  return field;
}

for (const table of document.querySelectorAll("article table")) {
  if (table.tHead && table.tBodies[0].rows.length >= LONG) {
    const frame = table.closest(".table-wrapper") ?? table;
    frame.before(filterField(table));
    makeSortable(table);
  }
}
