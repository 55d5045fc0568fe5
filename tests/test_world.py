"""The modules in view: the linted one, the stubs, and the other modules of its project."""
from __future__ import annotations

from pathlib import Path

import pytest

from flake8_http_status import world
from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from flake8_http_status.files import absolute
from http_status_codemods._inspect import inspect
from http_status_codemods._project import detector_for
from tests.test_detect import plain, seen, with_marks

OPTIONS = Options(target=(3, 11))
FILES = {
    "shop/__init__.py": "from shop.client import call\nfrom .errors import *\n",
    "shop/client.py": (
        "import requests\ndef call(verb, n): return requests.request(verb, '/')\n"
        "session = requests.Session()\n"
        "class Client(requests.Session):\n    def fetch(self, n): return self.get('/')\n    want = 404\n"
    ),
    "shop/errors.py": (
        "class ShopError(Exception):\n    def __init__(self, status, n): self.status_code = status\n"
    ),
    "shop/sub/__init__.py": "",
    "shop/sub/deep.py": "from ..client import call as start\nfrom . import other\nfrom .. import client\n",
    "shop/sub/other.py": "def check(n, r): return r.status_code == n\n",
    "shop/broken.py": "def call(:\n",
    "shop/circle.py": "from shop.round import *\nfrom shop.round import a\nb = a\n",
    "shop/round.py": "from shop.circle import *\nfrom shop.circle import b\na = b\n",
    "scripts/helper.py": "def check(n, r): return r.status_code == n\n",
    "conftest.py": "import pytest, requests\n@pytest.fixture\ndef outer(): return requests.get('/')\n",
    "tests/conftest.py": (
        "import pytest, requests\n@pytest.fixture\ndef near():\n    yield requests.get('/')\n"
    ),
    "tests/http.py": "def HTTPStatus(n): return n\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def _detector(root: Path) -> Detector:
    return Detector.of_project((), [root], lambda: sorted(root.rglob("*.py")))


def _seen_there(root: Path, name: str, text: str, detector: Detector | None = None) -> tuple[str, list[str]]:
    """``text``, as the file ``name`` of the project, with marks; and the evidence of each finding."""
    source = plain(text)
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source)
    found = (detector or _detector(root)).find(source, OPTIONS, path=path)
    return with_marks(source, found), [finding.evidence for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from shop.client import call\ncall(«'GET'», 'GET')\n", id="function"),
        pytest.param("import shop.client\nshop.client.call(«'GET'», 'GET')\n", id="module"),
        pytest.param("import shop.client as c\nc.call(«'GET'», 'GET')\n", id="module by another name"),
        pytest.param("from shop import client\nclient.call(«'GET'», 'GET')\n", id="module out of a package"),
        pytest.param("from shop import call\ncall(«'GET'», 'GET')\n", id="by way of the package"),
        pytest.param(
            "from shop.client import session\nsession.get('/').status_code == «404»\n", id="variable"
        ),
        pytest.param(
            "from shop.client import Client\nClient().fetch(404).status_code == «404»\n", id="class"
        ),
        pytest.param(
            "from shop.client import Client\nclass Mine(Client):\n"
            "    def f(self): self.fetch(1).status_code == «404»\n",
            id="subclass",
        ),
        pytest.param(
            "from shop.client import call\ndef mine(a): call(a, 1)\nmine(«'GET'»)\n", id="helper of a helper"
        ),
        pytest.param("from shop.sub.deep import start\nstart(«'GET'», 1)\n", id="relative import there"),
        pytest.param(
            "from shop.sub.deep import client\nclient.call(«'GET'», 1)\n", id="relative module there"
        ),
        pytest.param(
            "from shop.sub import deep\ndeep.client.session.get('/').status_code == «404»\n",
            id="module of a module",
        ),
        pytest.param("from shop.client import *\ncall(«'GET'», 1)\n", id="everything"),
    ],
)
def test_a_projects_own_modules_answer(project: Path, text: str) -> None:
    shown, evidence = _seen_there(project, "user.py", text)
    assert shown == text
    assert set(evidence) == {"resolved"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from shop.errors import ShopError\nShopError(«404», 404)\n", id="exception"),
        pytest.param("from shop import ShopError\nShopError(«404», 404)\n", id="everything in the package"),
        pytest.param("from shop.sub.other import check\ncheck(«404», x)\n", id="parameter that is compared"),
        pytest.param("import helper\nhelper.check(«404», x)\n", id="script by its bare name"),
        pytest.param("from scripts.helper import check\ncheck(«404», x)\n", id="folder without a package"),
        pytest.param(
            "import scripts.helper\nscripts.helper.check(«404», x)\n",
            id="folder by a plain import",
        ),
    ],
)
def test_evidence_is_that_of_the_other_module(project: Path, text: str) -> None:
    shown, evidence = _seen_there(project, "scripts/user.py", text)
    assert shown == text
    assert set(evidence) == {"named"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from shop.broken import call\ncall('GET', 1)\n", id="module that does not parse"),
        pytest.param("from shop.gone import call\ncall('GET', 1)\n", id="module that is not there"),
        pytest.param("from shop.client import gone\ngone('GET', 1)\n", id="name that is not there"),
        pytest.param("from shop.circle import b\nb('GET', 1)\n", id="modules of each other"),
        pytest.param(
            "from shop.round import anything\nanything('GET', 1)\n",
            id="everything of each other",
        ),
        pytest.param("from other.client import call\ncall('GET', 1)\n", id="another package"),
        pytest.param("from shop.client import Client\nClient.want == 404\n", id="number of another module"),
    ],
)
def test_what_the_project_does_not_tell(project: Path, text: str) -> None:
    assert _seen_there(project, "user.py", text) == (text, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("shop/user.py", "from .client import call\ncall(«'GET'», 1)\n", id="beside"),
        pytest.param("shop/user.py", "from . import client\nclient.call(«'GET'», 1)\n", id="module beside"),
        pytest.param("shop/sub/user.py", "from ..client import call\ncall(«'GET'», 1)\n", id="above"),
        pytest.param(
            "shop/sub/__init__.py",
            "from ..client import call\ncall(«'GET'», 1)\n",
            id="in a package's own module",
        ),
        pytest.param("shop/sub/user.py", "from .client import call\ncall('GET', 1)\n", id="not beside"),
        pytest.param("shop/user.py", "from ...client import call\ncall('GET', 1)\n", id="above the top"),
    ],
)
def test_relative_imports(project: Path, name: str, text: str) -> None:
    assert _seen_there(project, name, text)[0] == text


@pytest.mark.parametrize(
    ("fixture", "evidence"), [("outer", "resolved"), ("near", "resolved"), ("unknown", "named")]
)
def test_fixtures_of_conftest(project: Path, fixture: str, evidence: str) -> None:
    text = f"def test({fixture}): {fixture}.status_code == «404»\n"
    assert _seen_there(project, "tests/test_it.py", text) == (text, [evidence])


def test_a_conftest_serves_the_files_below_it_alone(project: Path) -> None:
    text = "def test(near): near.status_code == «404»\n"
    assert _seen_there(project, "elsewhere/test_it.py", text) == (text, ["named"])


def test_a_fixture_of_the_conftest_itself(project: Path) -> None:
    text = FILES["tests/conftest.py"] + "@pytest.fixture\ndef more(near): near.status_code == «404»\n"
    assert _seen_there(project, "tests/conftest.py", text) == (text, ["resolved"])


def test_the_order_of_files_does_not_show(project: Path) -> None:
    texts = {
        "shop/one.py": "from shop.two import ask\nask(«'GET'»)\ndef say(s): x.status_code == s\n",
        "shop/two.py": (
            "from shop.one import say\nfrom shop.client import call\ndef ask(v): call(v, 1)\nsay(«404»)\n"
        ),
    }
    for name, text in texts.items():
        (project / name).write_text(plain(text))
    for order in (list(texts), list(texts)[::-1]):
        detector = _detector(project)
        for name in order:
            assert _seen_there(project, name, texts[name], detector)[0] == texts[name]


def test_a_file_is_read_again_as_it_is_given(project: Path) -> None:
    """What the detector is given counts, not what was on the disk before."""
    detector = _detector(project)
    text = "from shop.client import call\ncall(«'GET'», 1)\n"
    assert _seen_there(project, "user.py", text, detector) == (text, ["resolved"])
    changed = FILES["shop/client.py"].replace("requests.request(verb", "print(verb")
    assert detector.find(changed, OPTIONS, path=project / "shop/client.py") == []
    assert _seen_there(project, "user.py", text, detector) == (text, ["named"])


def test_without_a_project_one_file_is_seen(project: Path) -> None:
    text = "from shop.client import call\ncall('GET', 1)\n"
    assert seen(text) == text
    assert Detector().find(text, OPTIONS, path=project / "user.py") == []


@pytest.mark.xfail(reason="a script called http.py is taken for the standard library's module", strict=True)
def test_a_module_called_http_in_the_project_is_not_the_standard_librarys(project: Path) -> None:
    text = "from tests.http import HTTPStatus\ndef f(a: HTTPStatus = 404): ...\n"
    assert _seen_there(project, "user.py", text) == (text, [])


def test_modules_are_forgotten_where_they_are_many(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was let go of is read again: nothing changes but the memory that is used."""
    monkeypatch.setattr(world, "MOST_SIZE", 10)
    detector = _detector(project)
    text = "from shop.client import call\ncall(«'GET'», 1)\n"
    for name in ("one.py", "two.py", "one.py"):
        assert _seen_there(project, name, text, detector) == (text, ["resolved"])


def test_the_library_itself_is_described_by_its_stub(project: Path) -> None:
    text = "def request(method, url): ...\nrequest(«'GET'», 'GET')\ndef other(method): ...\nother(«'GET'»)\n"
    assert _seen_there(project, "requests/__init__.py", text) == (text, ["resolved", "named"])


def test_a_stub_speaks_beside_the_project(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("stubs")
    (folder / "shop.client.pyi").write_text("from http import HTTPStatus\ndef more(s: HTTPStatus): ...\n")
    detector = Detector.of_project((folder,), [project], lambda: sorted(project.rglob("*.py")))
    text = "from shop.client import call, more\ncall(«'GET'», 1)\nmore(«404»)\n"
    assert _seen_there(project, "user.py", text, detector)[0] == text


def _laid(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


HELPER = "import requests\ndef told(url): return requests.get(url).status_code\n"
USER = "from app.lib.helper import told\ntold('/') == «404»\n"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(["back/app/__init__.py", "back/app/lib/helper.py"], id="folder inside a package"),
        pytest.param(["src/__init__.py", "src/app/__init__.py", "src/app/lib/helper.py"], id="around"),
        pytest.param(["back/app/lib/helper.py"], id="no package"),
        pytest.param(["back/app/lib/helper/__init__.py"], id="package"),
    ],
)
def test_a_source_folder_is_guessed(tmp_path: Path, files: list[str]) -> None:
    _laid(tmp_path, dict.fromkeys(files, HELPER))
    assert _seen_there(tmp_path, "tests/user.py", USER) == (USER, ["resolved"])


@pytest.mark.parametrize(
    ("files", "text"),
    [
        pytest.param(["a/app/lib/helper.py", "b/app/lib/helper.py"], USER, id="two of them"),
        pytest.param(["back/lib/helper.py"], USER, id="another folder"),
        pytest.param(["back/email/app.py"], USER.replace("app.lib.helper", "email.app"), id="standard"),
        pytest.param(["back/requests/app.py"], USER.replace("app.lib.helper", "requests.app"), id="library"),
    ],
)
def test_what_is_not_guessed(tmp_path: Path, files: list[str], text: str) -> None:
    _laid(tmp_path, dict.fromkeys(files, HELPER))
    assert "«" not in _seen_there(tmp_path, "tests/user.py", text.replace("«", "").replace("»", ""))[0]


def test_a_path_that_goes_up_means_the_folder_where_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _laid(tmp_path, {"tool/pyproject.toml": "", "work/app/pyproject.toml": "", "work/app/lib.py": HELPER})
    _laid(tmp_path, {"work/app/user.py": plain(USER.replace("app.lib.helper", "lib"))})
    monkeypatch.chdir(tmp_path / "tool")
    path = Path("../work/app/user.py")
    found = inspect(path.read_text(), Options(target=(3, 11)), path, detector=detector_for([path], ()))
    assert len(found.findings) == 1
    assert absolute(Path("../tool")) == tmp_path / "tool"
    (tmp_path / "link").symlink_to(tmp_path / "work" / "app")
    assert absolute(Path("../link/../app")).samefile(tmp_path / "work" / "app")
