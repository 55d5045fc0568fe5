// Runs the engine in a thread of its own, so that typing stays smooth and a long run can be ended.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const here = (path) => new URL(path, import.meta.url).href;

const started = (async () => {
  const [python, packed] = await Promise.all([
    loadPyodide({ indexURL: here("./pyodide/") }),
    fetch(here("./engine.zip")).then((answer) => answer.arrayBuffer()),
  ]);
  python.unpackArchive(packed, "zip", { extractDir: "/engine" });
  python.runPython("import sys; sys.path.insert(0, '/engine')");
  return python.pyimport("playground").run;
})();

started.then(
  () => postMessage({ kind: "ready" }),
  (error) => postMessage({ kind: "broken", text: String(error) }),
);

const answer = (run, { source, settings }) => {
  try {
    return JSON.parse(run(source, JSON.stringify(settings)));
  } catch (error) {
    return { error: "The engine failed, which is a bug. Please report it with the text.", detail: String(error) };
  }
};

onmessage = async ({ data }) => {
  postMessage({ kind: "result", id: data.id, result: answer(await started, data) });
};
