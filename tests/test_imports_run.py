"""A module does the same after the fix as before: both are run, for all ways to import, bind and use."""
from __future__ import annotations

import subprocess
import sys
import types
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flake8_http_status.config import Options
from tests.rewriting import at_once

OPTIONS = Options(target=(3, 11))



def _blocks(text):
    return text.split("----\n")


IMPORTS = _blocks('''\
from http import HTTPStatus
----
from http import HTTPStatus as S
----
import http
----
import http as h
----
import http.client
----
import http.client as h
----
from http import *
----
from http import HTTPMethod
----
from http import HTTPMethod as S
----
from http import (
    client,  # c
)
----
import json; from http import HTTPMethod
----
import json; import sys
----
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from http import HTTPStatus
----
try:
    from http import HTTPStatus
except ImportError:
    HTTPStatus = None
----
try:
    from http import HTTPStatus
finally:
    import json
----
import sys
if sys.version_info >= (3, 5):
    from http import HTTPStatus
else:
    from falcon import HTTPStatus
----
import http
HTTPStatus = http.HTTPStatus
----
def load{n}():
    global HTTPStatus
    from http import HTTPStatus
calls.append(load{n})
''')

OTHERS = _blocks('''\
from falcon import HTTPStatus
----
import falcon as http
----
from shop import *
----
try:
    import absent
    from http import HTTPStatus
except ImportError:
    from falcon import HTTPStatus
----
if not seen:
    from http import HTTPStatus
else:
    from falcon import HTTPStatus
----
try:
    from http import HTTPStatus
except ImportError:
    pass
else:
    HTTPStatus = 4
----
import sys
if sys.version_info >= (3, 5):
    from http import HTTPStatus
    HTTPStatus = 5
else:
    HTTPStatus = 6
----
HTTPStatus = int
----
S = 1
----
h = http = 2
----
class HTTPStatus:
    pass
----
for HTTPStatus in (1, 2):
    pass
----
any((HTTPStatus := x) for x in (1, 2))
----
try:
    raise KeyError
except KeyError as HTTPStatus:
    pass
----
with manager as HTTPStatus:
    pass
----
match 1:
    case HTTPStatus:
        pass
----
del HTTPStatus
----
globals()['HTTPStatus'] = int
----
globals().pop('HTTPStatus', None)
----
vars().update(HTTPStatus=3)
----
names = globals()
names['HTTPStatus'] = 7
----
exec('HTTPStatus = 1')
----
def set{n}():
    global HTTPStatus
    HTTPStatus = int
calls.append(set{n})
''')

USES = _blocks('''\
seen.append(response.status_code == 404)
----
x = 1; seen.append(response.status_code == 404)
----
def f{n}():
    return response.status_code == 404
calls.append(f{n})
----
def f{n}():
    return response.status_code == 404
seen.append(f{n}())
----
def f{n}(x=response.status_code == 404):
    return x
calls.append(f{n})
----
@(lambda f: f if response.status_code == 404 else None)
def f{n}():
    return 1
calls.append(f{n})
----
class C{n}:
    x = response.status_code == 404
seen.append(C{n}.x)
----
class C{n}:
    HTTPStatus = S = h = http = 1
    def f(self):
        return response.status_code == 404
calls.append(C{n}().f)
----
class C{n}:
    from http import HTTPStatus
    x = response.status_code == 404
    def f(self):
        return response.status_code == 404
calls.append(C{n}().f)
----
calls.append(lambda: response.status_code == 404)
----
seen.append([response.status_code == 404 for x in (1, 2)])
----
seen.append([response.status_code == 404 for HTTPStatus in (1, 2)])
----
seen.append([x for HTTPStatus in (1, 2) for x in [response.status_code == 404]])
----
def f{n}():
    def g():
        return response.status_code == 404
    HTTPStatus = http = 2
    return g()
calls.append(f{n})
----
def f{n}():
    x = response.status_code == 404
    from http import HTTPStatus
    return x
calls.append(f{n})
----
def f{n}():
    from http import HTTPStatus as S
    return response.status_code == 404
calls.append(f{n})
----
def f{n}():
    import http
    y = [(http := 3) for x in (1,)]
    return response.status_code == 404
calls.append(f{n})
----
def f{n}():
    from http import HTTPStatus
    del HTTPStatus
    return response.status_code == 404
calls.append(f{n})
----
def f{n}(HTTPStatus=1, *, S=2, http=3):
    return response.status_code == 404
calls.append(f{n})
----
def f{n}():
    global HTTPStatus
    return response.status_code == 404
calls.append(f{n})
----
if seen is not None:
    seen.append(response.status_code == 404)
----
try:
    seen.append(response.status_code == 404)
finally:
    import json
''')

LOOKS = _blocks('''\
for call in calls:
    seen.append(call())
----
seen.append(repr(HTTPStatus))
----
seen.append(repr(http))
----
def look{n}():
    return repr(HTTPStatus)
calls.append(look{n})
''')

HEADS = ["", '"""Doc."""\n', '"""Doc."""; ', "from __future__ import annotations\n", "# Licence\n\n"]


@contextmanager
def modules():
    """Two modules in ``sys.modules`` that have an ``HTTPStatus`` of their own."""
    made = {name: types.ModuleType(name) for name in ("falcon", "shop")}
    made["falcon"].HTTPStatus = KeyError
    made["shop"].HTTPStatus = ValueError
    sys.modules.update(made)
    try:
        yield
    finally:
        for name in made:
            del sys.modules[name]


def outcome(source):
    """What the module shows of itself, and its error, if any."""
    seen, calls = [], []
    module = types.ModuleType("example")
    given_names = {"response": SimpleNamespace(status_code=404), "manager": nullcontext(1)}
    module.__dict__.update(given_names, seen=seen, calls=calls)
    try:
        exec(compile(source, "example.py", "exec"), module.__dict__)
        seen += [call() for call in calls]
    except Exception as error:
        return seen, type(error)
    return seen, None


def source_of(head, blocks):
    """A module of ``head`` and the blocks in their order."""
    return head + "".join(block.replace("{n}", str(number)) for number, block in enumerate(blocks))


BLOCKS = st.one_of(*map(st.sampled_from, (IMPORTS, OTHERS, USES, USES, LOOKS)))


@given(st.sampled_from(HEADS), st.lists(BLOCKS, min_size=1, max_size=6))
@settings(deadline=None, max_examples=150)
def test_a_fixed_module_does_what_it_did(head, blocks):
    source = source_of(head, blocks)
    with modules():
        try:
            compile(source, "example.py", "exec")
        except SyntaxError:
            assume(False)
        before = outcome(source)
        assume(before[1] is None)
        after = at_once(source, OPTIONS)
        assert outcome(after) == before, after
        assert at_once(after, OPTIONS) == after


@pytest.mark.parametrize("above", IMPORTS)
def test_a_constant_is_found_whatever_is_imported(above, tmp_path: Path):
    """The same, and all is fixed, where nothing else has the name."""
    with modules():
        for number in (0, 2, 3, 4, 6, 9, 10):
            for blocks in ([above, USES[number]], [USES[number], above]):
                source = source_of("", blocks)
                after = at_once(source, OPTIONS, path=tmp_path / "example.py")
                assert "404" not in after
                assert outcome(after) == outcome(source)


def test_a_package_whose_modules_import_it_again_does_what_it_did(tmp_path: Path) -> None:
    package = tmp_path / "shop"
    package.mkdir()
    files = {
        "__init__.py": "from shop.base import B\nLIMIT = 3\nfrom .views import answer\nstatus_code = 200\n",
        "base.py": "import shop\nclass B:\n    status_code = 404\n    def limit(self): return shop.LIMIT\n",
        "views.py": "from shop import LIMIT, B\ndef answer(status_code=410): return LIMIT, status_code, B\n",
    }
    codes = "shop.answer()[1] + 0, shop.B.status_code + 0, shop.status_code + 0"
    shown = f"import shop; print(shop.LIMIT, {codes})"
    command = [sys.executable, "-B", "-c", shown]

    def run() -> str:
        for name, text in files.items():
            (package / name).write_text(text, encoding="utf-8")
        process = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        )
        return process.stdout + process.stderr

    before = run()
    fixed = {name: at_once(text, OPTIONS, path=package / name) for name, text in files.items()}
    assert all("HTTPStatus" in text for text in fixed.values())
    files = fixed
    assert run() == before == "3 410 404 200\n"
