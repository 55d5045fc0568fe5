// The playground's page: hands the text to the worker as it changes, and shows what comes back.
"use strict";
(() => {
  const app = document.querySelector("[data-playground]");
  if (!app) return;
  const part = (name) => app.querySelector(`[data-part="${name}"]`);
  const source = part("source"), form = part("settings"), status = part("status");
  const findings = part("findings"), diff = part("diff"), apply = part("apply"), linked = part("linked");
  const PATIENCE = 15000, PAUSE = 120, LONGEST = 200000;
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

  const placed = (found) => {
    const place = element("button", `${found.line}:${found.column}`, {
      type: "button", title: "Select in the text", "aria-label": `${found.line}:${found.column}, select in the text`,
    });
    place.addEventListener("click", () => select(found));
    return place;
  };

  const item = (found) => {
    const row = element("li");
    const rule = element("a", found.code, { href: `${app.dataset.rules}${found.code}/`, title: found.name });
    row.append(placed(found), " ", rule, " ", element("span", found.message));
    if (!found.made) {
      const why = found.fix === "unsafe" ? "no safe fix" : found.fix === "none" ? "no fix" : "not fixed";
      row.append(" ", element("span", found.reason ? `${why}: ${found.reason}` : why, { class: "playground__why" }));
    }
    return row;
  };

  const trouble = ({ detail, line, column }) => {
    const row = element("li");
    if (line) row.append(placed({ line, column, endLine: line, endColumn: column + 1 }), " ");
    row.append(element("span", detail));
    return row;
  };

  const show = (result) => {
    app.dataset.state = "done";
    source.setAttribute("aria-invalid", String(Boolean(result.detail)));
    // What stood there before belongs to another text.
    if (result.error) result = { ...result, findings: [], diff: "", fixed: source.value };
    const count = result.findings.length;
    const counted = count === 0 ? "Nothing to report" : count === 1 ? "1 finding" : `${count} findings`;
    say(result.error ?? counted, result.error ? "error" : "");
    findings.replaceChildren(...(result.detail ? [trouble(result)] : result.findings.map(item)));
    diff.replaceChildren(...result.diff.split("\n").map((line) => {
      const kind = { "+": "gi", "-": "gd", "@": "gu" }[line[0]];
      return element("span", `${line}\n`, kind ? { class: kind } : {});
    }));
    app.querySelector("[data-part=change]").hidden = result.diff === "";
    fixed = result.fixed === source.value ? null : result.fixed;
    apply.disabled = fixed === null;
  };

  // A link holds text and options behind its "#", which no browser sends.
  const through = async (bytes, stream) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    for (let size = 0, next; !(next = await reader.read()).done; parts.push(next.value)) {
      if ((size += next.value.length) > LONGEST) throw new RangeError("too long");
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };

  const packed = async (text) => {
    const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
  };

  const unpacked = async (code) => {
    const letters = atob(code.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
  };

  const link = async () => {
    const query = new URLSearchParams({ code: await packed(source.value) });
    const chosen = [...new FormData(form)].filter(([name, value]) => value !== DEFAULTS.get(name));
    for (const [name, value] of chosen) query.set(name, value);
    history.replaceState(null, "", `#${query}`);
    await navigator.clipboard.writeText(location.href);
  };

  const follow = async () => {
    const query = new URLSearchParams(location.hash.slice(1));
    if (!query.has("code")) return false;
    try {
      source.value = await unpacked(query.get("code"));
    } catch {
      linked.textContent = "The code of this link cannot be read.";
      return false;
    }
    form.reset();
    for (const field of form.elements) {
      const value = query.get(field.name);
      if (!field.name || value === null) continue;
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
    }
    part("example").selectedIndex = -1;
    return true;
  };

  part("link").addEventListener("click", () => {
    link().then(
      () => { linked.textContent = "Copied."; },
      () => { linked.textContent = "The link is in the address bar."; },
    );
  });
  addEventListener("hashchange", async () => { if (await follow()) ask(); });

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
  const DEFAULTS = new Map(new FormData(form));
  source.addEventListener("input", later);
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => event.preventDefault());
  source.value = app.querySelector("template[data-example]").content.textContent;
  app.hidden = false;
  follow().then(start);
})();
