/** Sorts, filters and searches the table of a class. Without it the table is complete; nothing is fetched or kept. */
(() => {
  const table = document.querySelector("table.heat");
  const tools = document.querySelector("form.tools");
  const body = table?.tBodies[0];
  if (table === null || tools === null || body === undefined) return;
  const rows = [...body.rows];
  const { search, status, shown } = tools.elements;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const read = (row, column) => row.cells[column].textContent.trim();

  const compareTexts = (column) => (a, b) => collator.compare(read(a, column), read(b, column));
  const compareNumbers = (column) => (a, b) =>
    Number.parseFloat(read(a, column)) - Number.parseFloat(read(b, column));

  /** Who has no number in a column stands last, whichever way it is sorted. */
  function sort(column, isNumber, isDescending) {
    const compare = isNumber ? compareNumbers(column) : compareTexts(column);
    const isEmpty = (row) => isNumber && Number.isNaN(Number.parseFloat(read(row, column)));
    const filled = rows.filter((row) => !isEmpty(row)).sort(compare);
    if (isDescending) filled.reverse();
    body.append(...filled, ...rows.filter(isEmpty));
  }

  function makeSortable(heading) {
    const isNumber = heading.dataset.sort === "number";
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const before = heading.getAttribute("aria-sort");
      // Points are looked at from the top first, names from A.
      const isDescending = before === null ? isNumber : before === "ascending";
      for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      sort(heading.cellIndex, isNumber, isDescending);
    });
  }

  function filter() {
    const asked = search.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const row of rows) {
      const isStatus = status.value === "" || row.dataset.status === status.value;
      row.hidden = !isStatus || !read(row, 0).toLocaleLowerCase().includes(asked);
      if (!row.hidden) count += 1;
    }
    shown.value = `${count} / ${rows.length}`;
  }

  for (const heading of table.tHead.querySelectorAll("[data-sort]")) makeSortable(heading);
  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  filter();
  tools.hidden = false;
})();
