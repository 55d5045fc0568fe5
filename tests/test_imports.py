"""Where the import goes, which name is used, and where a module is left alone."""
from __future__ import annotations

import sys

import isort
import pytest

from flake8_http_status.config import Options
from http_status_codemods._inspect import inspect
from tests.rewriting import rewrite_text

OPTIONS = Options(target=(3, 11))

LATER = "\n\ndef gone(response):\n    return response.status_code == 404\n"
LATER_FIXED = LATER.replace("404", "{}.NOT_FOUND")
NEW = "from http import HTTPStatus\n"


def fixed(source, *, path=None):
    """``source`` after the fix, and the reasons why enums were left alone."""
    found = inspect(source, OPTIONS, path)
    wanted = found.fixable(unsafe=False)
    planned = found.plan_for(wanted)
    return rewrite_text(source, wanted, planned), {one.name: why for one, why in planned.refusals.items()}


# What stands above a function that needs HTTPStatus, before and after.
PLACES = {
    "no import": ("", NEW),
    "docstring": ('"""Doc."""\n', '"""Doc."""\n\n' + NEW),
    "docstring and code": ('"""Doc."""\n\nX = 1\n', '"""Doc."""\n\n' + NEW + "\nX = 1\n"),
    "comment": ("# Licence\n", "# Licence\n\n" + NEW),
    "comment close to the code": ("# Licence\nX = 1\n", "# Licence\n" + NEW + "\nX = 1\n"),
    "interpreter, encoding, licence": (
        "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\n# Licence\n\nimport requests\n",
        "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\n# Licence\n\n" + NEW + "\nimport requests\n",
    ),
    "licence, comment of the import": (
        "# Licence\n\n# for the client\nimport requests\n",
        "# Licence\n\n" + NEW + "\n# for the client\nimport requests\n",
    ),
    "future": ("from __future__ import annotations\n", "from __future__ import annotations\n\n" + NEW),
    "docstring, future, third party": (
        '"""Doc."""\nfrom __future__ import annotations\n\nimport requests\n',
        '"""Doc."""\nfrom __future__ import annotations\n\n' + NEW + "\nimport requests\n",
    ),
    "docstring close to the third party": (
        '"""Doc."""\nimport requests\n',
        '"""Doc."""\n' + NEW + "\nimport requests\n",
    ),
    "plain standard imports": ("import abc\nimport sys\n", "import abc\nimport sys\n" + NEW),
    "plain and third party": (
        "import sys\n\nimport requests\n",
        "import sys\n" + NEW + "\nimport requests\n",
    ),
    "from imports, before": ("from json import loads\n", NEW + "from json import loads\n"),
    "from imports, after": ("from abc import ABC\n", "from abc import ABC\n" + NEW),
    "from imports, between": (
        "import abc\nfrom functools import wraps\nfrom typing import Any\n",
        "import abc\nfrom functools import wraps\n" + NEW + "from typing import Any\n",
    ),
    "from imports, between, below a plain one of a later name": (
        "import sys\nfrom functools import wraps\nfrom typing import Any\n",
        "import sys\nfrom functools import wraps\n" + NEW + "from typing import Any\n",
    ),
    "future close to the third party": (
        "from __future__ import annotations\nimport requests\n",
        "from __future__ import annotations\n\n" + NEW + "\nimport requests\n",
    ),
    "from import of a submodule": (
        "from http.client import HTTPException\n",
        NEW + "from http.client import HTTPException\n",
    ),
    "mixed by name": (
        "from abc import ABC\nimport json\nfrom typing import Any\n",
        "from abc import ABC\n" + NEW + "import json\nfrom typing import Any\n",
    ),
    "a blank line between the two kinds": (
        "import sys\n\nfrom json import loads\n",
        "import sys\n\n" + NEW + "from json import loads\n",
    ),
    "a heading": (
        "# standard library\nfrom json import loads\n\n# others\nimport requests\n",
        "# standard library\n" + NEW + "from json import loads\n\n# others\nimport requests\n",
    ),
    "a heading below the docstring": (
        '"""Doc."""\n\n# Standard library\nfrom json import loads\n\n# Others\nimport requests\n',
        '"""Doc."""\n\n# Standard library\n' + NEW + "from json import loads\n\n# Others\nimport requests\n",
    ),
    "a comment of the next import": (
        "import sys\n# parses\nfrom json import loads\n",
        "import sys\n" + NEW + "# parses\nfrom json import loads\n",
    ),
    "third party and own": (
        "import requests\n\nfrom .models import Item\n",
        NEW + "\nimport requests\n\nfrom .models import Item\n",
    ),
    "sections not kept": (
        "import requests\nimport os\nfrom flask import Flask\n",
        "import requests\nimport os\n" + NEW + "from flask import Flask\n",
    ),
    "names of the module": (
        '"""Doc."""\n\n__all__ = ["gone"]\n\nimport os\n',
        '"""Doc."""\n\n__all__ = ["gone"]\n\nimport os\n' + NEW,
    ),
    "names of the module, no import": (
        '"""Doc."""\n\n__all__ = ["gone"]\n',
        '"""Doc."""\n\n' + NEW + '\n__all__ = ["gone"]\n',
    ),
    "try around imports": (
        "import os\n\ntry:\n    import ujson as json\nexcept ImportError:\n    import json\n",
        "import os\n" + NEW + "\ntry:\n    import ujson as json\nexcept ImportError:\n    import json\n",
    ),
    "nothing but a try": (
        "try:\n    import ujson as json\nexcept ImportError:\n    import json\n",
        NEW + "\ntry:\n    import ujson as json\nexcept ImportError:\n    import json\n",
    ),
    "path hack": (
        "import sys\n\nsys.path.insert(0, '.')\n\nimport requests\n",
        "import sys\n" + NEW + "\nsys.path.insert(0, '.')\n\nimport requests\n",
    ),
    "two on a line": ("import os; import sys\n", "import os; import sys\n" + NEW),
    "merged": ("from http import HTTPMethod\n", "from http import HTTPMethod, HTTPStatus\n"),
    "merged before": ("from http import client, cookies\n", "from http import HTTPStatus, client, cookies\n"),
    "merged in brackets": (
        "from http import (\n    HTTPMethod,\n    client,\n)\n",
        "from http import (\n    HTTPMethod,\n    HTTPStatus,\n    client,\n)\n",
    ),
    "merged at the end, comments": (
        "from http import (  # all\n    HTTPMethod,  # of methods\n    # the end\n)\n",
        "from http import (  # all\n    HTTPMethod,  # of methods\n    # the end\n    HTTPStatus,\n)\n",
    ),
    "merged at the end, no comma": (
        "from http import (\n    HTTPMethod  # of methods\n)\n",
        "from http import (\n    HTTPMethod,  # of methods\n    HTTPStatus\n)\n",
    ),
    "merged in brackets on a line": (
        "from http import (HTTPMethod,)\n",
        "from http import (HTTPMethod, HTTPStatus,)\n",
    ),
    "merged behind a backslash": (
        "from http import HTTPMethod, \\\n    client\n",
        "from http import HTTPMethod, \\\n    HTTPStatus, \\\n    client\n",
    ),
    "merged with a comment": (
        "from http import HTTPMethod  # noqa: F401\n",
        "from http import HTTPMethod, HTTPStatus  # noqa: F401\n",
    ),
    "merged behind other code": (
        "X = 1\nfrom http import HTTPMethod\n",
        "X = 1\nfrom http import HTTPMethod, HTTPStatus\n",
    ),
    "beside an alias of an earlier name": (
        "from http import HTTPMethod as M\n",
        "from http import HTTPMethod as M\n" + NEW,
    ),
    "beside an alias": ("from http import client as c\n", NEW + "from http import client as c\n"),
    "one name a line": (
        "from abc import ABC\nfrom abc import abstractmethod\nfrom http import HTTPMethod\n",
        "from abc import ABC\nfrom abc import abstractmethod\nfrom http import HTTPMethod\n" + NEW,
    ),
    "type checking": (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from http import HTTPStatus\n",
        NEW + "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from http import HTTPStatus\n",
    ),
    "type checking, attribute": (
        "import typing as t\n\nif t.TYPE_CHECKING:\n    import http\n",
        "import typing as t\n" + NEW + "\nif t.TYPE_CHECKING:\n    import http\n",
    ),
    "only in a function": (
        "def other():\n    from http import HTTPStatus\n",
        NEW + "\n\ndef other():\n    from http import HTTPStatus\n",
    ),
    "maybe, in a try with another cause": (
        "try:\n    import a\n    from http import HTTPStatus\nexcept ImportError:\n    a = None\n",
        NEW + "\ntry:\n    import a\n    from http import HTTPStatus\nexcept ImportError:\n    a = None\n",
    ),
    "http is something else": (
        "import http\nimport urllib3\n\nhttp = urllib3.PoolManager()\n",
        "import http\n" + NEW + "import urllib3\n\nhttp = urllib3.PoolManager()\n",
    ),
    "a star of the standard library": ("from math import *\n", NEW + "from math import *\n"),
}


@pytest.mark.parametrize(("before", "after"), PLACES.values(), ids=list(PLACES))
def test_new_import(before, after):
    source, refusals = fixed(before + LATER)
    assert source == after + LATER_FIXED.format("HTTPStatus")
    assert not refusals
    assert fixed(source)[0] == source
    if isort.check_code(before + LATER):
        assert isort.check_code(source, show_diff=True)


# What stands above the function and serves as it is, and the spelling that it gives.
AT_HAND = {
    "the name": ("from http import HTTPStatus\n", "HTTPStatus"),
    "an alias": ("from http import HTTPStatus as S\n", "S"),
    "the name beside an alias": ("from http import HTTPStatus, HTTPStatus as S\n", "HTTPStatus"),
    "the module": ("import http\n", "http.HTTPStatus"),
    "an alias of the module": ("import http as h\n", "h.HTTPStatus"),
    "a submodule binds the module": ("import http.client\n", "http.HTTPStatus"),
    "the name beside the module": ("import http\nfrom http import HTTPStatus\n", "HTTPStatus"),
    "a star": ("from http import *\n", "HTTPStatus"),
    "an assignment": ("import http\n\nHTTPStatus = http.HTTPStatus\n", "HTTPStatus"),
    "another assignment": ("from http import HTTPStatus as S\n\nStatus = S\n", "S"),
    "with a fallback": (
        "try:\n    from http import HTTPStatus\nexcept ImportError:\n    HTTPStatus = None\n",
        "HTTPStatus",
    ),
    "in both arms": (
        "if sys.hexversion:\n    from http import HTTPStatus\nelse:\n    from x import HTTPStatus\n",
        "HTTPStatus",
    ),
    "or else an error": (
        "try:\n    from http import HTTPStatus\nexcept ImportError:\n    raise SystemExit from None\n",
        "HTTPStatus",
    ),
    "below the function's first line is early enough": ("X = 1\nfrom http import HTTPStatus\n", "HTTPStatus"),
    "the name taken, the module at hand": ("import http\nfrom falcon import HTTPStatus\n", "http.HTTPStatus"),
    "a star elsewhere, the name at hand": ("from x import *\nfrom http import HTTPStatus\n", "HTTPStatus"),
    "shadowed in another function": (
        "from http import HTTPStatus\n\n\ndef other(HTTPStatus):\n    return HTTPStatus\n",
        "HTTPStatus",
    ),
}


@pytest.mark.parametrize(("above", "spelling"), AT_HAND.values(), ids=list(AT_HAND))
def test_at_hand(above, spelling):
    assert fixed(above + LATER) == (above + LATER_FIXED.format(spelling), {})


MEANS = "HTTPStatus means something else here"
# A module that is left alone, and the reason.
LEFT = {
    "another library's": ("from falcon import HTTPStatus\n" + LATER, f"{MEANS} (line 1)"),
    "another library's under an alias": ("from falcon import X as HTTPStatus\n" + LATER, f"{MEANS} (line 1)"),
    "a relative http": ("from .http import HTTPStatus\n" + LATER, f"{MEANS} (line 1)"),
    "a class": ("class HTTPStatus:\n    pass\n" + LATER, f"{MEANS} (line 1)"),
    "a function": ("def HTTPStatus():\n    pass\n" + LATER, f"{MEANS} (line 1)"),
    "an assignment": ("HTTPStatus = int\n" + LATER, f"{MEANS} (line 1)"),
    "an assignment after all": ("from http import HTTPStatus\n" + LATER + "\n\nHTTPStatus = 1\n", MEANS),
    "a loop": ("for HTTPStatus in ():\n    pass\n" + LATER, f"{MEANS} (line 1)"),
    "a with": ("with open('x') as HTTPStatus:\n    pass\n" + LATER, f"{MEANS} (line 1)"),
    "an exception": ("try:\n    pass\nexcept E as HTTPStatus:\n    pass\n" + LATER, f"{MEANS} (line 3)"),
    "a deletion": ("from http import HTTPStatus\ndel HTTPStatus\n" + LATER, f"{MEANS} (line 2)"),
    "a global": ("def other():\n    global HTTPStatus\n    HTTPStatus = 1\n" + LATER, f"{MEANS} (line 3)"),
    "a parameter": ("def gone(response, HTTPStatus):\n    return response.status_code == 404\n", MEANS),
    "an outer parameter": (
        "def f(HTTPStatus):\n    def gone(response):\n        return response.status_code == 404\n",
        MEANS,
    ),
    "a lambda's parameter": ("gone = lambda response, HTTPStatus: response.status_code == 404\n", MEANS),
    "a local class": (
        "def gone(response):\n    class HTTPStatus: pass\n    return response.status_code == 404\n",
        MEANS,
    ),
    "the class around": ("class A:\n    HTTPStatus = 1\n    gone = response.status_code == 404\n", MEANS),
    "a comprehension's target": ("[response.status_code == 404 for HTTPStatus in x]\n", MEANS),
    "a pattern": (
        "def gone(response):\n    match 1:\n        case [HTTPStatus]: response.status_code == 404\n",
        MEANS,
    ),
    "imported later in the function": (
        "def gone(response):\n    x = response.status_code == 404\n    from http import HTTPStatus\n",
        "HTTPStatus is imported only later or under a condition (line 3)",
    ),
    "imported later in the line": (
        "def f(response):\n    response.status_code == 404; from http import HTTPStatus\n",
        "HTTPStatus is imported only later or under a condition (line 2)",
    ),
    "imported under a condition in the function": (
        "def f(response):\n    if 1:\n        from http import HTTPStatus\n    response.status_code == 404\n",
        "HTTPStatus is imported only later or under a condition (line 3)",
    ),
    "a deletion over lines": (
        "from http import HTTPStatus\ndel (\n    HTTPStatus\n)\n" + LATER,
        f"{MEANS} (line 3)",
    ),
    "a deletion in the function": (
        "def f(r):\n    from http import HTTPStatus\n    del HTTPStatus\n    r.status_code == 404\n",
        f"{MEANS} (line 3)",
    ),
    "a star below": (
        "from http import HTTPStatus\nfrom x import *\n" + LATER,
        "the star import in line 2 may bind HTTPStatus",
    ),
    "any arm": (
        "if sys:\n    from http import HTTPStatus\nelse:\n    from x import HTTPStatus\n" + LATER,
        f"{MEANS} (line 4)",
    ),
    **{
        f"by text: {text}": (f"{text}\n{LATER}", "line 1 may bind HTTPStatus by its text")
        for text in (
            "setattr(sys.modules[__name__], 'HTTPStatus', 1)",
            "setattr(sys.modules[__name__], name, 1)",
            "globals()[name] = 1",
            "globals()[f'{x}Status'] = 1",
            "globals()['HTTP' + x] = 1",
            "globals().setdefault('HTTPStatus', 1)",
            "globals().update({name: 1 for name in names})",
            "globals().update(**names)",
            "inject(globals())",
            "names = globals()",
            "exec(code, globals())",
        )
    },
    "a star": ("from somewhere import *\n" + LATER, "the star import in line 1 may bind HTTPStatus"),
    "a relative star": ("from .base import *\n" + LATER, "the star import in line 1 may bind HTTPStatus"),
}


@pytest.mark.parametrize(("source", "reason"), LEFT.values(), ids=list(LEFT))
def test_left_alone(source, reason):
    after, refusals = fixed(source)
    assert after == source
    assert list(refusals) == ["HTTPStatus"]
    assert refusals["HTTPStatus"].startswith(reason)


# No other scope hides the name here.
VISIBLE = {
    "a class attribute and a method": (
        "class A:\n    HTTPStatus = 1\n    def gone(self, response):\n"
        "        return response.status_code == 404\n"
    ),
    "a neighbour's parameter": "def f(HTTPStatus): pass\n" + LATER,
    "the first iterable of a comprehension": "[HTTPStatus for HTTPStatus in [response.status_code == 404]]\n",
    "a default": "def f(HTTPStatus=response.status_code == 404): pass\n",
}


@pytest.mark.parametrize("source", VISIBLE.values(), ids=list(VISIBLE))
def test_visible(source):
    blanks = "\n\n" if source.startswith(("def", "class")) else "\n"
    assert fixed(source) == (NEW + blanks + source.replace("404", "HTTPStatus.NOT_FOUND"), {})


EARLY = {
    "import below": (
        "x = response.status_code == 404\nimport os\n",
        NEW + "\nx = response.status_code == HTTPStatus.NOT_FOUND\nimport os\n",
    ),
    "the name's import below": (
        "x = response.status_code == 404\nfrom http import HTTPStatus\n",
        NEW + "\nx = response.status_code == HTTPStatus.NOT_FOUND\nfrom http import HTTPStatus\n",
    ),
    "a line to merge with below": (
        "x = response.status_code == 404\nfrom http import HTTPMethod\n",
        NEW + "\nx = response.status_code == HTTPStatus.NOT_FOUND\nfrom http import HTTPMethod\n",
    ),
    "a default runs at once": (
        "def f(x=response.status_code == 404): pass\nfrom http import HTTPStatus\n",
        NEW
        + "\n\ndef f(x=response.status_code == HTTPStatus.NOT_FOUND): pass\nfrom http import HTTPStatus\n",
    ),
    "on one line with an import": (
        "import requests; x = response.status_code == 404\nimport os\n",
        NEW + "\nimport requests; x = response.status_code == HTTPStatus.NOT_FOUND\nimport os\n",
    ),
    "on one line with the second import": (
        "import abc\nimport json; x = response.status_code == 404\nimport sys\n",
        "import abc\n" + NEW + "import json; x = response.status_code == HTTPStatus.NOT_FOUND\nimport sys\n",
    ),
    "behind a docstring": (
        '"""Doc."""\nx = response.status_code == 404\n',
        '"""Doc."""\n\n' + NEW + "\nx = response.status_code == HTTPStatus.NOT_FOUND\n",
    ),
    "behind two statements on a line": (
        "import os; a = 1\nx = response.status_code == 404\nimport sys\n",
        "import os; a = 1\n" + NEW + "x = response.status_code == HTTPStatus.NOT_FOUND\nimport sys\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), EARLY.values(), ids=list(EARLY))
def test_before_the_first_use(before, after):
    assert fixed(before) == (after, {})


def test_both_enums_share_a_line():
    source = "def f(request, response):\n    return request.method == 'GET' and response.status_code == 404\n"
    after, _ = fixed(source)
    assert after.startswith("from http import HTTPMethod, HTTPStatus\n\n\ndef f(")


def test_one_enum_is_left_alone_and_the_other_is_not():
    source = (
        "from falcon import HTTPStatus\n\n\n"
        "def f(request, response):\n    return request.method == 'GET' and response.status_code == 404\n"
    )
    after, refusals = fixed(source)
    assert after == "from http import HTTPMethod\n\n" + source.replace("'GET'", "HTTPMethod.GET")
    assert list(refusals) == ["HTTPStatus"]


def test_two_names_serve_where_none_serves_all():
    source = "from falcon import HTTPStatus\nfrom http import HTTPStatus as S, HTTPStatus as T\n"
    source += "".join(
        f"\n\ndef f_{name}(response, {name}):\n    return response.status_code == 404\n" for name in "ST"
    )
    expected = source.replace("404", "T.NOT_FOUND", 1).replace("404", "S.NOT_FOUND")
    assert fixed(source) == (expected, {})


SERVED = {
    "an import in one of two functions": (
        NEW
        + "def f(response):\n    from http import HTTPStatus as S\n    HTTPStatus = 3\n"
        "    return response.status_code == 404\ndef g(response):\n    return response.status_code == 410\n",
        "S.NOT_FOUND",
        "HTTPStatus.GONE",
    ),
    "another name in each of two functions": (
        NEW.replace("\n", " as S, HTTPStatus as T\n")
        + "def f(response, HTTPStatus, S):\n    return response.status_code == 404\n"
        "def g(response, HTTPStatus, T):\n    return response.status_code == 410\n",
        "T.NOT_FOUND",
        "S.GONE",
    ),
}


@pytest.mark.parametrize(("source", "first", "second"), SERVED.values(), ids=list(SERVED))
def test_each_place_is_served_by_what_it_sees(source, first, second):
    assert fixed(source) == (source.replace("404", first).replace("410", second), {})


class TestShadows:
    """A local ``http.py`` or ``http/`` in the way of the standard library's."""

    SOURCE = LATER.lstrip()

    def refused(self, folder, name="app.py", source=SOURCE):
        return "HTTPStatus" in fixed(source, path=folder / name)[1]

    def test_beside_a_script(self, tmp_path):
        (tmp_path / "http.py").touch()
        _, refusals = fixed(self.SOURCE, path=tmp_path / "app.py")
        assert refusals == {"HTTPStatus": "http.py shadows the standard library's http"}

    def test_package_beside_a_script(self, tmp_path):
        (tmp_path / "http").mkdir()
        assert not self.refused(tmp_path), "a namespace package comes after the standard library"

    def test_regular_package_beside_a_script(self, tmp_path):
        (tmp_path / "http").mkdir()
        (tmp_path / "http" / "__init__.py").touch()
        _, refusals = fixed(self.SOURCE, path=tmp_path / "app.py")
        assert refusals == {"HTTPStatus": "http/ shadows the standard library's http"}

    def test_even_where_the_name_is_imported(self, tmp_path):
        (tmp_path / "http.py").touch()
        assert self.refused(tmp_path, source=NEW + LATER)

    def test_in_the_source_root(self, tmp_path):
        package = tmp_path / "pkg"
        package.mkdir()
        (package / "__init__.py").touch()
        (tmp_path / "http.py").touch()
        assert self.refused(package)

    def test_a_neighbour_in_a_package_is_no_shadow(self, tmp_path):
        (tmp_path / "pkg").mkdir()
        (tmp_path / "pkg" / "__init__.py").touch()
        (tmp_path / "pkg" / "http.py").touch()
        assert not self.refused(tmp_path / "pkg")

    @pytest.mark.parametrize("start", ["#!/usr/bin/env python\n", "if __name__ == '__main__':\n    pass\n"])
    def test_unless_the_module_is_a_script(self, tmp_path, start):
        (tmp_path / "pkg").mkdir()
        (tmp_path / "pkg" / "__init__.py").touch()
        (tmp_path / "pkg" / "http.py").touch()
        assert self.refused(tmp_path / "pkg", source=start + self.SOURCE)
        assert self.refused(tmp_path / "pkg", name="__main__.py")


HARMLESS = [
    "x = globals()['HTTPStatus']",
    "globals().get('HTTPStatus')",
    "globals()[f'{x}_view'] = 1",
    "globals()[f'test_{x}'] = 1",
    "globals()['x' + y] = 1",
    "globals()[x + 'y'] = 1",
    "globals().update({'a': 1}, b=2)",
    "x = 'a' in globals()",
    "eval(x, globals())",
    "timeit(x, globals=globals())",
    "setattr(x, name, 1)",
    "exec(x, {})",
    "# del HTTPStatus",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not_bind_the_name(text):
    after, refusals = fixed(f"{text}\n{LATER}")
    assert not refusals
    assert after.endswith(LATER_FIXED.format("HTTPStatus"))


@pytest.mark.skipif(sys.version_info < (3, 12), reason="PEP 695")
@pytest.mark.parametrize(
    "source",
    [
        "def gone[HTTPStatus](response):\n    return response.status_code == 404\n",
        "class A[HTTPStatus]:\n    def gone(self, response):\n        return response.status_code == 404\n",
        "type HTTPStatus = int\n" + LATER,
    ],
)
def test_left_alone_beside_a_type_parameter(source):
    after, refusals = fixed(source)
    assert after == source
    assert refusals["HTTPStatus"].startswith(MEANS)


# The first use stands on a line with what must stay first.
ONE_LINE = {
    '"""Doc."""; x = response.status_code == 404\n': (
        '"""Doc."""; from http import HTTPStatus; x = response.status_code == HTTPStatus.NOT_FOUND\n'
    ),
    "from __future__ import annotations; x = response.status_code == 404": (
        "from __future__ import annotations; from http import HTTPStatus; "
        "x = response.status_code == HTTPStatus.NOT_FOUND"
    ),
    '"""Doc."""; from __future__ import annotations; import os; response.status_code == 404 # c\r\n': (
        '"""Doc."""; from __future__ import annotations; from http import HTTPStatus; import os; '
        "response.status_code == HTTPStatus.NOT_FOUND # c\r\n"
    ),
    '"""Doc."""; x = response.status_code == 404\ny = 1\nz = 2\n': (
        '"""Doc."""; from http import HTTPStatus; x = response.status_code == HTTPStatus.NOT_FOUND\n'
        "y = 1\nz = 2\n"
    ),
    "x = response.status_code == 404": NEW + "\nx = response.status_code == HTTPStatus.NOT_FOUND",
    "from http import HTTPStatus; x = response.status_code == 404": (
        "from http import HTTPStatus; x = response.status_code == HTTPStatus.NOT_FOUND"
    ),
}


@pytest.mark.parametrize(("before", "after"), ONE_LINE.items())
def test_one_line(before, after):
    assert fixed(before) == (after, {})
    assert fixed(after) == (after, {})


def test_places_are_refused_alone():
    source = "def f(response, HTTPStatus):\n    return response.status_code == 404\n" + LATER
    found = inspect(source, OPTIONS, None).with_refusals().findings
    assert [each.verdict.fix for each in found] == ["none", "safe"]
    assert found[0].verdict.reason == f"{MEANS} (line 1)"


def test_a_very_long_module():
    function = "def f_{}_(response):\n    return response.status_code == 404\n"
    functions = "".join(function.format(number) for number in range(300))
    after, refusals = fixed(functions)
    assert not refusals
    assert after == NEW + "\n\n" + functions.replace(" 404", " HTTPStatus.NOT_FOUND")
