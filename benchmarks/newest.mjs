// Runs pytest in Pyodide: node newest.mjs PYODIDE CHECKOUT PACKAGES ARGUMENT…
import { pathToFileURL } from "node:url";

const [pyodide, checkout, packages, ...words] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide();
for (const [place, root] of [["/checkout", checkout], ["/packages", packages]]) {
    python.FS.mkdirTree(place);
    python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("words", python.toPy(words));
process.exitCode = python.runPython(`
import os, sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/checkout", "/checkout/codemods", "/packages"]
os.chdir("/checkout")
import pytest
print(sys.version.partition(" ")[0])
int(pytest.main(words))
`);
