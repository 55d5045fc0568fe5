"""The site in a real browser (docs/contributing.md says how): pages, playground, keyboard, dark mode.

HTS_SITE names a folder that holds a built site; without it, the site is built.  HTS_PICTURES names a
folder for pictures of the pages, for a person to look at.
"""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.pages import ROOT

pytestmark = [pytest.mark.site, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = """import requests

if requests.get("https://example.org").status_code == 404:
    print("gone")
"""
PLACES = """import requests
from http import HTTPStatus

response = requests.request("POST", "https://example.org")
assert response.status_code == 404
assert other.status_code == 500
print({"status_code": 409})
assert response.status_code // 100 == 2
assert response.status_code != HTTPStatus.OK
"""
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,Translate",
    "--window-size=1280,900",
)


PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
#: Kinds of pages, by a name for their pictures.
KINDS = {
    "start": "", "adopt": "adopt/", "rules": "rules/", "rule": "rules/HTS101/", "library": "libraries/flask/",
    "libraries": "libraries/", "sinks": "sinks/", "accuracy": "accuracy/", "comparison": "comparison/",
    "changelog": "changelog/", "playground": "playground/",
}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site and keeps what it is asked for: the lines of the requests, as they came."""

    def end_headers(self) -> None:
        # The browser asks again before it takes a page from its cache.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        self.server.asked.append(self.requestline)  # type: ignore[attr-defined]


class _Elsewhere(BaseHTTPRequestHandler):
    """The rest of the world: a proxy that answers nothing and keeps what it is asked for."""

    #: Services of the browser itself that cannot all be switched off; no page of ours names one.
    OWN = re.compile(r"(CONNECT |\w+ https?://)[\w.-]+\.(google|googleapis|gvt1)\.com[:/]")

    def handle_one_request(self) -> None:
        line = self.rfile.readline(1000).decode("latin-1").strip()
        if not self.OWN.match(line):
            self.server.asked.append(line)  # type: ignore[attr-defined]
        self.close_connection = True


def _serve(handler: Any) -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if built := os.environ.get("HTS_SITE"):
        return Path(built)
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Any]:
    yield from _serve(partial(_Quiet, directory=str(site)))


@pytest.fixture(scope="module")
def address(server: Any) -> str:
    return f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Any]:
    yield from _serve(_Elsewhere)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, elsewhere: Any) -> Iterator[Any]:
    """A browser to which every other host is ``elsewhere``, for its workers and its own questions too."""
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    named = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    options.binary_location = next(named, "chromium")
    proxy = f"--proxy-server=http://127.0.0.1:{elsewhere.server_port}"
    for option in (*OPTIONS, proxy, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(60)
    yield driver
    driver.quit()


def _pages(site: Path) -> list[str]:
    """The paths of all pages, that of the start page being empty."""
    return sorted(str(path.parent.relative_to(site)).strip(".") for path in site.rglob("index.html"))


def test_the_site_builds_where_there_is_no_network(tmp_path: Path) -> None:
    alone = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("no namespaces here")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*alone, *command], cwd=ROOT, check=True, env=environment)
    assert len(_pages(tmp_path)) > 100
    assert (tmp_path / "assets" / "pyodide" / "pyodide.asm.wasm").is_file()


@pytest.mark.parametrize("link", ["nowhere.md", "adopt.md#no-such-heading"])
def test_a_link_that_leads_nowhere_ends_the_build(tmp_path: Path, link: str) -> None:
    for name in ("mkdocs.yml", "website", "flake8_http_status", "codemods", "examples"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "docs" / "why-not.md").write_text(f"# Why not\n\n[There]({link})\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(
        [*command, "--config-file", str(tmp_path / "mkdocs.yml")],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 1
    assert link.rpartition("#")[2] in done.stderr


def test_the_proxy_sees_what_goes_to_other_hosts(browser: Any, address: str, elsewhere: Any) -> None:
    browser.get(f"{address}assets/site.css")
    browser.execute_script("fetch('http://example.org/seen').catch(() => 0)")
    for _ in range(100):
        if any("example.org/seen" in line for line in elsewhere.asked):
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"not seen: {elsewhere.asked}")
    _asked(browser)
    browser.get_log("browser")


def test_every_page_renders_without_a_word_on_the_console_and_asks_no_other_host(
    browser: Any, site: Path, address: str, elsewhere: Any
) -> None:
    paths = _pages(site)
    assert len(paths) > 100
    _asked(browser)
    elsewhere.asked.clear()
    wrong = []
    for path in paths:
        browser.get(address + (f"{path}/" if path else ""))
        if path == "playground":
            _settled(browser)
        wrong += [f"{path} has no heading"] * (not browser.find_element("css selector", "h1").text)
        wrong += [f"{path} says {entry['message']}" for entry in browser.get_log("browser")]
        wrong += [
            f"{path} asks for {url}"
            for url in _asked(browser)
            if not url.startswith((address, "data:", "blob:"))
        ]
    assert wrong == []
    assert elsewhere.asked == []


def test_no_page_is_wider_than_a_phone(browser: Any, site: Path, address: str) -> None:
    width = "return [document.documentElement.scrollWidth, innerWidth]"
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    wide = []
    for path in _pages(site):
        browser.get(address + (f"{path}/" if path else ""))
        if path == "playground":
            _settled(browser)
        needed, given = browser.execute_script(width)
        wide += [path] * (needed > given)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide == []


def test_pictures_for_a_person_to_look_at(browser: Any, address: str) -> None:
    if "HTS_PICTURES" not in os.environ:
        pytest.skip("HTS_PICTURES names no folder")
    folder = Path(os.environ["HTS_PICTURES"])
    folder.mkdir(exist_ok=True, parents=True)
    for scheme in ("light", "dark"):
        _prefer(browser, scheme)
        for name, path in KINDS.items():
            _picture(browser, address + path, folder / f"{name}-{scheme}.png")
    _prefer(browser, "light")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    for name, path in KINDS.items():
        _picture(browser, address + path, folder / f"{name}-phone.png")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _asked(browser: Any) -> list[str]:
    """The addresses that the browser has asked for since the last call, its own pages left out."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    urls = [params["request"]["url"] for params in sent]
    return [url for url in urls if urlsplit(url).scheme not in {"chrome", "about", "devtools"}]


def _picture(browser: Any, url: str, file: Path) -> None:
    browser.get(url)
    if "playground" in file.name:
        _settled(browser)
    browser.save_screenshot(str(file))


def _prefer(browser: Any, scheme: str) -> None:
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def _settled(browser: Any) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    ends = {"done", "broken"}
    WebDriverWait(browser, 60).until(lambda _: _app(browser).get_attribute("data-state") in ends)
    assert _app(browser).get_attribute("data-state") == "done", _part(browser, "status").text


def _app(browser: Any) -> Any:
    return browser.find_element("css selector", "[data-playground]")


def _part(browser: Any, name: str) -> Any:
    return browser.find_element("css selector", f'[data-part="{name}"]')


def _wait(browser: Any, holds: Callable[[], Any]) -> Any:
    """What ``holds`` gives, as soon as it is true; fails after half a minute."""
    from selenium.webdriver.support.wait import WebDriverWait

    return WebDriverWait(browser, 30).until(lambda _: holds())


def _wait_for_status(browser: Any, text: str) -> None:
    from selenium.common.exceptions import TimeoutException

    try:
        _wait(browser, lambda: _part(browser, "status").text == text)
    except TimeoutException:
        assert _part(browser, "status").text == text


@pytest.fixture
def playground(browser: Any, address: str) -> Any:
    browser.get(f"{address}playground/")
    _settled(browser)
    return browser


def _type(browser: Any, text: str) -> None:
    from selenium.webdriver.common.keys import Keys

    source = _part(browser, "source")
    source.send_keys(Keys.CONTROL, "a")
    source.send_keys(Keys.DELETE)
    source.send_keys(text)


def test_the_playground_finds_and_fixes_a_sample_as_one_types(playground: Any) -> None:
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    (found,) = playground.find_elements("css selector", ".playground__findings li")
    assert found.text == "3:55 HTS101 use HTTPStatus.NOT_FOUND instead of 404"
    assert found.find_element("css selector", "a").get_attribute("href").endswith("/rules/HTS101/")
    assert "+from http import HTTPStatus" in _part(playground, "diff").text
    _part(playground, "apply").click()
    _wait_for_status(playground, "Nothing to report")
    assert "status_code == HTTPStatus.NOT_FOUND:" in _part(playground, "source").get_attribute("value")
    assert playground.get_log("browser") == []


def test_the_playgrounds_diff_is_that_of_the_text(playground: Any) -> None:
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    lines = playground.find_elements("css selector", '[data-part="diff"] > span')
    told = [(each.get_attribute("textContent").rstrip("\n"), each.get_attribute("class")) for each in lines]
    assert told == [
        ("@@ -1,4 +1,6 @@", "gu"),
        ("+from http import HTTPStatus", "gi"),
        ("+", "gi"),
        (" import requests", ""),
        (" ", ""),
        ('-if requests.get("https://example.org").status_code == 404:', "gd"),
        ('+if requests.get("https://example.org").status_code == HTTPStatus.NOT_FOUND:', "gi"),
        ('     print("gone")', ""),
    ]
    tops = [each.rect["y"] for each in lines]
    assert len({round(low - high) for high, low in pairwise(tops)}) == 1, "one line below the other"


def test_the_playground_says_where_a_text_is_no_python(playground: Any) -> None:
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    _type(playground, "x = 1\nif")
    _wait_for_status(playground, "Python 3.14 cannot read this")
    (told,) = playground.find_elements("css selector", ".playground__findings li")
    assert told.text == "2:3 invalid syntax"
    assert not _part(playground, "diff").is_displayed()
    assert not _part(playground, "apply").is_enabled()
    assert _part(playground, "source").get_attribute("aria-invalid") == "true"
    told.find_element("css selector", "button").click()
    assert playground.switch_to.active_element == _part(playground, "source")
    _type(playground, "x = 1")
    _wait_for_status(playground, "Nothing to report")
    assert _part(playground, "source").get_attribute("aria-invalid") == "false"


@pytest.mark.parametrize(
    ("name", "value", "status", "changed"),
    [
        ("target", "3.10", "3 findings", "-assert response.status_code == 404"),
        ("vocabulary", "requests", "4 findings", "+assert response.status_code == requests.codes.not_found"),
        ("style", "literals", "1 finding", "+assert response.status_code != 200"),
        ("allow", "404, POST", "2 findings", "+assert other.status_code == HTTPStatus.INTERNAL_SERVER_ERROR"),
        ("value", "always", "4 findings", '+print({"status_code": HTTPStatus.CONFLICT.value})'),
        ("extend", "HTS501", "5 findings", "-assert response.status_code == 404"),
        ("evidence", "resolved", "2 findings", "+assert response.status_code == HTTPStatus.NOT_FOUND"),
        ("unsafe", None, "4 findings", '+print({"status_code": HTTPStatus.CONFLICT})'),
    ],
)
def test_the_playground_takes_options(
    playground: Any, name: str, value: str | None, status: str, changed: str
) -> None:
    _type(playground, PLACES)
    _wait_for_status(playground, "4 findings")
    _choose(playground, name, value)
    # Either may be there already: only both tell that the change is done.
    _wait_for_status(playground, status)
    _wait(playground, lambda: changed in _lines(playground))


def test_a_wrong_option_is_told(playground: Any) -> None:
    _choose(playground, "vocabulary", "acme")
    _wait_for_status(playground, "vocabulary: 'acme' has no constants that are known")
    assert not _part(playground, "diff").is_displayed()


def _lines(browser: Any) -> list[str]:
    return str(_part(browser, "diff").get_attribute("textContent")).splitlines()


def _choose(browser: Any, name: str, value: str | None) -> None:
    """Sets an option as a reader does; None is a click."""
    field = browser.find_element("name", name)
    if value is None:
        field.send_keys(" ")
    else:
        field.send_keys(value)


def test_a_link_holds_text_and_options_and_is_sent_to_nobody(
    playground: Any, address: str, server: Any, elsewhere: Any
) -> None:
    text = SAMPLE + "# \u00e9\U0001f600\n"
    playground.execute_script(
        "const it = document.querySelector('[data-part=source]');"
        "it.value = arguments[0]; it.dispatchEvent(new Event('input'))",
        text,
    )
    _choose(playground, "vocabulary", "requests")
    _wait(playground, lambda: any("requests.codes.not_found" in line for line in _lines(playground)))
    elsewhere.asked.clear()
    server.asked.clear()
    _part(playground, "link").click()
    _wait(playground, lambda: _part(playground, "linked").text)
    link = playground.current_url
    assert link.startswith(f"{address}playground/#code=")
    assert link.endswith("&vocabulary=requests")
    playground.get("about:blank")
    playground.get(link)
    _settled(playground)
    assert _part(playground, "source").get_attribute("value") == text
    assert any("requests.codes.not_found" in line for line in _lines(playground))
    code = link.partition("#code=")[2].partition("&")[0]
    assert server.asked
    assert not any(code in line for line in server.asked)
    assert elsewhere.asked == []


def test_a_broken_link_is_told(playground: Any, address: str) -> None:
    playground.get("about:blank")
    playground.get(f"{address}playground/#code=no-code-at-all")
    _settled(playground)
    assert _part(playground, "linked").text == "The code of this link cannot be read."
    assert _part(playground, "source").get_attribute("value")
    assert playground.get_log("browser") == []


def test_nothing_that_is_typed_leaves_the_page(playground: Any, server: Any, elsewhere: Any) -> None:
    _asked(playground)
    server.asked.clear()
    elsewhere.asked.clear()
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    _part(playground, "apply").click()
    _wait_for_status(playground, "Nothing to report")
    assert (_asked(playground), server.asked, elsewhere.asked) == ([], [], [])


def test_the_playground_works_by_keyboard_alone(playground: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    active = playground.switch_to.active_element
    active.send_keys(Keys.TAB)
    active = playground.switch_to.active_element
    assert active.accessible_name == "3:55, select in the text"
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert playground.execute_script(outline) == "solid"
    active.send_keys(Keys.ENTER)
    start, end = playground.execute_script(
        "const it = document.activeElement; return [it.selectionStart, it.selectionEnd]"
    )
    assert _part(playground, "source").get_attribute("value")[start:end] == "404"
    assert "Apply to the code" in _tabbed(playground, 12)
    while playground.switch_to.active_element.accessible_name != "Apply to the code":
        playground.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    playground.switch_to.active_element.send_keys(Keys.ENTER)
    _wait_for_status(playground, "Nothing to report")


def test_all_options_of_the_playground_are_reached_by_keyboard(playground: Any) -> None:
    playground.execute_script("document.querySelector('[data-part=example]').focus()")
    names = _tabbed(playground, 9)
    for name in ("Oldest Python", "Vocabulary", "Style", "May stay literals", "Evidence", "Unsafe fixes too"):
        assert any(name in each for each in names), names
    assert names[-1] == "Your code"


def test_the_skip_link_comes_first_and_leads_past_the_navigation(browser: Any, address: str) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(f"{address}rules/HTS101/")
    assert _tabbed(browser, 1) == ["Skip to content"]
    # It fades in.
    _wait(browser, browser.switch_to.active_element.is_displayed)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    _tabbed(browser, 1)
    within = "return document.querySelector('article').contains(document.activeElement)"
    assert browser.execute_script(within)


def test_the_tabs_of_the_navigation_work_by_keyboard(browser: Any, address: str) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(address)
    assert "Rules" in _tabbed(browser, 16)
    while browser.switch_to.active_element.accessible_name != "Rules":
        browser.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    assert _outline(browser) != "none"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    _wait(browser, lambda: browser.current_url == f"{address}rules/")


def _outline(browser: Any) -> Any:
    return browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")


def _tabbed(browser: Any, times: int) -> list[str]:
    """The names of what the Tab key leads to, that many times."""
    from selenium.webdriver.common.keys import Keys

    names = []
    for _ in range(times):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        names.append(browser.switch_to.active_element.accessible_name)
    return names


def test_every_control_has_a_name_for_those_who_hear_the_page(browser: Any, address: str) -> None:
    for path in ("playground/", "rules/"):
        browser.get(address + path)
        controls = browser.find_elements("css selector", "main :is(input, select, textarea, button)")
        named = [control.accessible_name for control in controls if control.is_displayed()]
        assert len(named) >= 4
        assert all(named), path


def test_the_pages_follow_the_readers_dark_mode_and_stay_readable(browser: Any, address: str) -> None:
    for scheme, name in (("dark", "slate"), ("light", "default")):
        _prefer(browser, scheme)
        browser.get(f"{address}playground/")
        assert browser.find_element("css selector", "body").get_attribute("data-md-color-scheme") == name
        for selector in ("article p", ".playground textarea", ".playground select", ".playground__note"):
            assert _contrast(browser, selector) >= 4.5, (scheme, selector)
    _prefer(browser, "light")


def _contrast(browser: Any, selector: str) -> float:
    """The contrast of an element's text with its ground, as WCAG 2 counts it (1 to 21)."""
    colours = browser.execute_script(
        """
        const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
        const grounds = [];
        let node = document.querySelector(arguments[0]);
        const text = getComputedStyle(node).color;
        for (; node; node = node.parentElement) grounds.unshift(getComputedStyle(node).backgroundColor);
        return [[...grounds], [...grounds, text]].map((layers) => {
            canvas.fillStyle = "white"; canvas.fillRect(0, 0, 1, 1);
            for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        });
        """,
        selector,
    )
    light, dark = sorted(map(_luminance, colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[int]) -> float:
    parts = [each / 255 for each in colour]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_rules_can_be_filtered_and_a_filter_linked_to(browser: Any, address: str) -> None:
    from flake8_http_status.rules import RULES

    browser.get(f"{address}rules/?text=HTS2")
    rows = browser.find_elements("css selector", "table.rules tbody tr")
    shown = [row.text for row in rows if row.is_displayed()]
    wanted = [rule.code for rule in RULES if rule.code.startswith("HTS2")]
    assert [re.match(r"HTS\d+", text)[0] for text in shown] == wanted  # type: ignore[index]
    box = browser.find_element("css selector", ".rule-filter input")
    box.clear()
    box.send_keys("no such rule")
    assert browser.find_element("css selector", ".rule-filter output").text == f"0 of {len(RULES)} rules"


@pytest.mark.parametrize(
    ("query", "page"),
    [("status-comparison", "rules/HTS101/"), ("HTS308", "rules/HTS308/"), ("flask", "libraries/flask/")],
)
def test_the_search_leads_to_a_page_by_keyboard_alone(
    browser: Any, address: str, query: str, page: str
) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get_log("browser")
    browser.get(address)
    browser.find_element("css selector", "body").send_keys("/")
    box = browser.switch_to.active_element
    assert "md-search__input" in box.get_attribute("class")
    box.send_keys(query)

    def first_results() -> list[str]:
        links = "[...document.querySelectorAll('a.md-search-result__link')].slice(0, 3)"
        found: list[str] = browser.execute_script(f"return {links}.map(each => new URL(each.href).pathname)")
        return found

    # Before the last letter others may be found.
    _wait(browser, lambda: f"/{page}" in first_results())
    for _ in range(first_results().index(f"/{page}") + 1):
        browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    _wait(browser, lambda: urlsplit(browser.current_url).path == f"/{page}")
    assert browser.get_log("browser") == []


AXE = ROOT / "website" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_light_and_in_dark(browser: Any, address: str, kind: str) -> None:
    wrong = []
    for scheme in ("light", "dark"):
        _prefer(browser, scheme)
        browser.get(address + KINDS[kind])
        if kind == "playground":
            _settled(browser)
        browser.execute_script(AXE.read_text(encoding="utf-8"))
        run = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(arguments[0])"
        for rule in browser.execute_async_script(run)["violations"]:
            wrong += [
                f"{scheme}: {rule['id']}: {node['target']}: {each['message']}"
                for node in rule["nodes"]
                for each in (node["any"] + node["all"] + node["none"])[:1]
            ]
    _prefer(browser, "light")
    assert not wrong, "\n".join(wrong)
