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
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
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
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1280,900",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if built := os.environ.get("HTS_SITE"):
        return Path(built)
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(60)
    yield driver
    driver.quit()


def _pages(site: Path) -> list[str]:
    """The paths of all pages, that of the start page being empty."""
    return sorted(str(path.parent.relative_to(site)).strip(".") for path in site.rglob("index.html"))


def test_every_page_renders_without_a_word_on_the_console_and_asks_no_other_host(
    browser: Any, site: Path, address: str
) -> None:
    paths = _pages(site)
    assert len(paths) > 100
    _asked(browser)
    for path in paths:
        browser.get(address + (f"{path}/" if path else ""))
        assert browser.find_element("css selector", "h1").text, path
        assert [entry["message"] for entry in browser.get_log("browser")] == [], path
        for url in _asked(browser):
            assert url.startswith((address, "data:", "blob:")), f"{path} asks for {url}"
    for path in ("", "rules", "playground", "adopt"):
        _picture(browser, address + path, path or "start")


def _asked(browser: Any) -> list[str]:
    """The addresses that the browser has asked for since the last call, its own pages left out."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    urls = [params["request"]["url"] for params in sent]
    return [url for url in urls if urlsplit(url).scheme not in {"chrome", "about", "devtools"}]


def _picture(browser: Any, url: str, name: str) -> None:
    folder = os.environ.get("HTS_PICTURES")
    if folder is None:
        return
    Path(folder).mkdir(exist_ok=True, parents=True)
    for scheme in ("light", "dark"):
        _prefer(browser, scheme)
        browser.get(url)
        if "playground" in name:
            _settled(browser)
        browser.save_screenshot(str(Path(folder) / f"{name}-{scheme}.png"))
    _prefer(browser, "light")


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


def _wait_for_status(browser: Any, text: str) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, 30).until(lambda _: _part(browser, "status").text == text)


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


def test_the_playground_tells_errors_and_takes_options(playground: Any) -> None:
    _type(playground, "if")
    _wait_for_status(playground, "line 1: invalid syntax")
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    playground.find_element("name", "allow").send_keys("404")
    _wait_for_status(playground, "Nothing to report")


def test_nothing_that_is_typed_leaves_the_page(playground: Any) -> None:
    _asked(playground)
    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    assert _asked(playground) == []


def test_the_playground_works_by_keyboard_alone(playground: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    _type(playground, SAMPLE)
    _wait_for_status(playground, "1 finding")
    active = playground.switch_to.active_element
    active.send_keys(Keys.TAB)
    active = playground.switch_to.active_element
    assert active.accessible_name == "Select line 3, column 55"
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert playground.execute_script(outline) == "solid"
    active.send_keys(Keys.ENTER)
    start, end = playground.execute_script(
        "const it = document.activeElement; return [it.selectionStart, it.selectionEnd]"
    )
    assert _part(playground, "source").get_attribute("value")[start:end] == "404"
    names = []
    for _ in range(8):
        playground.switch_to.active_element.send_keys(Keys.TAB)
        names.append(playground.switch_to.active_element.accessible_name)
    assert "Apply to the code" in names


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
        const canvas = document.createElement("canvas").getContext("2d");
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


def test_the_search_finds_a_rule(browser: Any, address: str) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    browser.get(address)
    browser.execute_script("document.querySelector('label[for=__search]').click()")
    browser.find_element("css selector", ".md-search__input").send_keys("status-comparison")
    results = WebDriverWait(browser, 20).until(
        lambda _: browser.find_elements("css selector", ".md-search-result__item a")
    )
    assert any("/rules/HTS101/" in each.get_attribute("href") for each in results)
