// Filters the rows of the rules' table; the filter is kept in the address, so that it can be linked to.
"use strict";
(() => {
  const form = document.querySelector("form[data-rules]");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.rules tbody tr")];
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.name && asked.has(field.name)) field.value = asked.get(field.name);
  }
  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const text = wanted.text.trim().toLowerCase();
    for (const row of rows) {
      row.hidden = !(
        row.textContent.toLowerCase().includes(text) &&
        ["on", "fix", "since"].every((name) => !wanted[name] || row.dataset[name] === wanted[name])
      );
    }
    const left = rows.filter((row) => !row.hidden).length;
    form.querySelector("output").textContent = `${left} of ${rows.length} rules`;
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
