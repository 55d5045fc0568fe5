// The playground's page: hands the text to the worker as it changes, and shows what comes back.
"use strict";
(() => {
  const app = document.querySelector("[data-playground]");
  if (!app) return;
  const part = (name) => app.querySelector(`[data-part="${name}"]`);
  const source = part("source"), form = part("settings"), status = part("status");
  const findings = part("findings"), diff = part("diff"), apply = part("apply");
  const PATIENCE = 15000, PAUSE = 120;
  let worker, ready, asked = 0, answered = 0, pause, limit, fixed = null;

  const say = (text, kind = "") => { status.textContent = text; status.dataset.kind = kind; };

  const start = () => {
    ready = false;
    app.dataset.state = "loading";
    say("Loading Python …");
    worker = new Worker(app.dataset.worker, { type: "module" });
    worker.onerror = (event) => {
      event.preventDefault();
      app.dataset.state = "broken";
      say("Python could not be loaded. This copy of the site may have been built without it.", "error");
    };
    worker.onmessage = ({ data }) => {
      if (data.kind === "broken") return worker.onerror(new Event("error"));
      if (data.kind === "ready") { ready = true; app.dataset.state = "ready"; return ask(); }
      answered = data.id;
      if (data.id === asked) { clearTimeout(limit); show(data.result); }
    };
  };

  const ask = () => {
    if (!ready) return;
    const settings = Object.fromEntries(new FormData(form));
    settings.unsafe = form.elements.unsafe.checked;
    app.dataset.state = "running";
    worker.postMessage({ id: ++asked, source: source.value, settings });
    clearTimeout(limit);
    limit = setTimeout(() => {
      if (answered >= asked) return;
      worker.terminate();
      start();
      say("That took too long and was ended.", "error");
    }, PATIENCE);
  };

  const later = () => { clearTimeout(pause); pause = setTimeout(ask, PAUSE); };

  const element = (tag, text = "", attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const offset = (line, column) => {
    let start = 0;
    const text = source.value;
    for (let number = 1; number < line; number++) start = text.indexOf("\n", start) + 1;
    // Columns count characters, offsets count UTF-16 units.
    return start + [...text.slice(start)].slice(0, column - 1).join("").length;
  };

  const select = (found) => {
    source.focus();
    source.setSelectionRange(offset(found.line, found.column), offset(found.endLine, found.endColumn));
    source.scrollTop = (found.line - 4) * parseFloat(getComputedStyle(source).lineHeight);
  };

  const item = (found) => {
    const row = element("li");
    const place = element("button", `${found.line}:${found.column}`, {
      type: "button", title: "Select in the text", "aria-label": `Select line ${found.line}, column ${found.column}`,
    });
    place.addEventListener("click", () => select(found));
    const rule = element("a", found.code, { href: `${app.dataset.rules}${found.code}/`, title: found.name });
    row.append(place, " ", rule, " ", element("span", found.message));
    if (!found.made) {
      const why = found.fix === "unsafe" ? "no safe fix" : found.fix === "none" ? "no fix" : "not fixed";
      row.append(" ", element("span", found.reason ? `${why}: ${found.reason}` : why, { class: "playground__why" }));
    }
    return row;
  };

  const show = (result) => {
    app.dataset.state = "done";
    if (result.error) {
      fixed = null;
      apply.disabled = true;
      return say(result.error, "error");
    }
    const count = result.findings.length;
    say(count === 0 ? "Nothing to report" : count === 1 ? "1 finding" : `${count} findings`);
    findings.replaceChildren(...result.findings.map(item));
    diff.replaceChildren(...result.diff.split("\n").map((line) => {
      const kind = { "+": "gi", "-": "gd", "@": "gu" }[line[0]];
      return element("span", `${line}\n`, kind ? { class: kind } : {});
    }));
    diff.closest(".highlight").hidden = result.diff === "";
    fixed = result.fixed === source.value ? null : result.fixed;
    apply.disabled = fixed === null;
  };

  apply.addEventListener("click", () => {
    if (fixed === null) return;
    source.value = fixed;
    source.focus();
    ask();
  });
  part("example").addEventListener("change", (event) => {
    const chosen = app.querySelector(`template[data-example="${event.target.value}"]`);
    if (!chosen) return;
    source.value = chosen.content.textContent;
    ask();
  });
  source.addEventListener("input", later);
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => event.preventDefault());
  source.value = app.querySelector("template[data-example]").content.textContent;
  app.hidden = false;
  start();
})();
