"""Files: which are taken, which can matter, how they are read, and that they are written whole."""
from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from flake8_http_status.detect import may_matter
from http_status_codemods import tree


def listed(*paths):
    """The files found in ``paths``, and what was reported."""
    reported = []
    return list(tree.python_files(paths, lambda *report: reported.append(report))), reported


def grow(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x = 404\n")


class TestPythonFiles:
    def test_folders_recursively_and_sorted(self, tmp_path):
        grow(tmp_path, "b.py", "a/z.py", "a/b/c.py", "a.txt", "d.pyi", "Makefile", "a/py")
        found, reported = listed(tmp_path)
        assert [str(path.relative_to(tmp_path)) for path in found] == ["a/b/c.py", "a/z.py", "b.py"]
        assert not reported

    def test_excluded_folders(self, tmp_path):
        names = ".git __pycache__ .tox .nox .venv venv node_modules x.egg CVS .eggs x/.venv"
        grow(tmp_path, *(f"{name}/a.py" for name in names.split()), "eggs/a.py", ".github/a.py")
        found, _ = listed(tmp_path)
        assert [str(path.relative_to(tmp_path)) for path in found] == [".github/a.py", "eggs/a.py"]

    def test_what_is_named_is_taken(self, tmp_path):
        grow(tmp_path, "script", ".venv/a.py", "d.pyi")
        paths = [tmp_path / "script", tmp_path / ".venv", tmp_path / "d.pyi", tmp_path / "gone.py"]
        found, _ = listed(*paths)
        assert found == [paths[0], tmp_path / ".venv" / "a.py", paths[2], paths[3]]

    def test_each_once(self, tmp_path):
        grow(tmp_path, "a.py")
        assert listed(tmp_path / "a.py", tmp_path, tmp_path / "a.py")[0] == [tmp_path / "a.py"]

    def test_relative_paths_stay_relative(self, tmp_path, monkeypatch):
        grow(tmp_path, "p/a.py")
        monkeypatch.chdir(tmp_path)
        assert listed(Path())[0] == listed(Path("p"))[0] == [Path("p/a.py")]

    def test_links(self, tmp_path):
        grow(tmp_path, "p/a.py", "p/q.txt", "q.txt")
        (tmp_path / "p" / "file.py").symlink_to(tmp_path / "p" / "q.txt")
        (tmp_path / "p" / "outside.py").symlink_to(tmp_path / "q.txt")
        (tmp_path / "p" / "broken.py").symlink_to(tmp_path / "gone")
        (tmp_path / "p" / "loop").symlink_to(tmp_path)
        (tmp_path / "p" / "folder.py").symlink_to(tmp_path)
        found, _ = listed(tmp_path / "p")
        assert [path.name for path in found] == ["a.py", "broken.py", "file.py"]

    def test_pipes_are_left_out(self, tmp_path):
        os.mkfifo(tmp_path / "a.py")
        assert listed(tmp_path) == ([], [])

    def test_a_folder_that_looks_like_a_file(self, tmp_path):
        grow(tmp_path, "a.py/b.py")
        assert listed(tmp_path)[0] == [tmp_path / "a.py" / "b.py"]

    def test_a_folder_that_cannot_be_listed(self, tmp_path, monkeypatch):
        grow(tmp_path, "a/x.py", "b/x.py")
        scandir = os.scandir

        def refuse(path):
            if Path(path).name == "a":
                raise PermissionError(13, "Permission denied", str(path))
            return scandir(path)

        monkeypatch.setattr("os.scandir", refuse)
        assert listed(tmp_path) == ([tmp_path / "b" / "x.py"], [(tmp_path / "a", "permission denied")])


@pytest.mark.parametrize(
    "source",
    [
        "x == 404", "x==404", "(404)", "[404,", "404if x", "-404",
        "x = 'GET'", 'x = "post"', "x = '''Put'''", "x = 'PO' 'ST'", "x = 'PO'\\\n'ST'",
        "x = ('DE'\n  'LETE')",
        "x = u'GET'", "x in(200,201)", "é = 404",
    ],
)  # fmt: skip
def test_may_matter(source):
    assert may_matter(source.encode())


@pytest.mark.parametrize(
    "source", ["", "x = 1", "x = 40404", "x404", "x = 'GETS'", "x = 3.404", "get = post", "1404"]
)
def test_cannot_matter(source):
    assert not may_matter(source.encode())


class TestDecode:
    @pytest.mark.parametrize(
        ("raw", "encoding"),
        [
            (b"x = '\xc3\xa9'\r\n", "utf-8"),
            (b"\xef\xbb\xbfx = '\xc3\xa9'\n", "utf-8-sig"),
            (b"# -*- coding: latin-1 -*-\nx = '\xe9'\r", "iso-8859-1"),
            (b"#!python\n# vim: set fileencoding=cp1252 :\nx = '\xe9'\n", "cp1252"),
        ],
    )
    def test_encodings(self, raw, encoding):
        text = tree.decode(Path("a.py"), raw)
        assert text.encoding == encoding
        assert "é" in text.source
        assert "\ufeff" not in text.source
        assert text.source.encode(encoding) == raw

    @pytest.mark.parametrize(
        ("raw", "cause"),
        [
            (b"x = 1\nx = 2\ny = '\xff'\n", "cannot be decoded: byte 0xff at offset 17 is not utf-8"),
            (b"y = '\xff'\n", "cannot be decoded: invalid or missing encoding declaration"),
            (b"# coding: klingon\n", "cannot be decoded: unknown encoding: klingon"),
            (b"\xef\xbb\xbf# coding: latin-1\n", "cannot be decoded: encoding problem: utf-8"),
            (b"# coding: ascii\n\n\nx = '\xe9'\n", "cannot be decoded: byte 0xe9 at offset 23 is not ascii"),
        ],
    )
    def test_what_cannot_be(self, raw, cause):
        with pytest.raises(tree.FileError, match=cause):
            tree.decode(Path("a.py"), raw)


class TestRead:
    @pytest.mark.parametrize(
        ("make", "cause"),
        [
            (lambda path: None, "no such file or directory"),
            (lambda path: path.symlink_to("gone"), "broken symbolic link"),
            (lambda path: path.mkdir(), "is a directory"),
        ],
        ids=["absent", "broken link", "folder"],
    )
    def test_what_cannot_be(self, tmp_path, make, cause):
        make(tmp_path / "a.py")
        with pytest.raises(tree.FileError, match=f"^{cause}$"):
            tree.read_bytes(tmp_path / "a.py")


def only(file):
    """Whether ``file`` is all that its folder holds."""
    return list(file.parent.iterdir()) == [file]


def text_of(path):
    return tree.decode(path, tree.read_bytes(path))


def write(text, source):
    tree.replace(text.path, text.raw, tree.encode(text, source))


class TestWrite:
    @pytest.fixture
    def file(self, tmp_path):
        path = tmp_path / "a.py"
        path.write_bytes(b"x = 404\n")
        return path

    def test_the_mode_stays(self, file):
        file.chmod(0o750)
        write(text_of(file), "y = 1\n")
        assert file.read_bytes() == b"y = 1\n"
        assert stat.S_IMODE(file.stat().st_mode) == 0o750
        assert only(file)

    def test_the_owner_stays(self, file, monkeypatch):
        calls = []
        monkeypatch.setattr(os, "chown", lambda path, user, group: calls.append((user, group)))
        text, real = text_of(file), Path.stat

        def owned(path, **options):
            state = list(real(path, **options))
            return os.stat_result(state[:4] + ([7, 8] if path == file else [5, 6]) + state[6:])

        monkeypatch.setattr(Path, "stat", owned)
        write(text, "y = 1\n")
        assert calls == [(7, 8)]

    @pytest.mark.parametrize(
        "raw", [b"\xef\xbb\xbfx = 404\r\n", b"# coding: latin-1\nx = '\xe9'\r", b"x = 404"]
    )
    def test_encoding_mark_and_newlines_stay(self, file, raw):
        file.write_bytes(raw)
        text = text_of(file)
        write(text, text.source.replace("404", "1"))
        assert file.read_bytes() == raw.replace(b"404", b"1")

    def test_a_link_stays_a_link(self, file):
        link = file.with_name("link.py")
        link.symlink_to("a.py")
        write(text_of(link), "y = 1\n")
        assert link.is_symlink()
        assert file.read_bytes() == b"y = 1\n"

    def refuse(self, file, cause, source="y = 1\n", before=b"x = 404\n"):
        with pytest.raises(tree.FileError, match=cause):
            write(self.text, source)
        assert file.read_bytes() == before
        assert only(file)

    def test_read_only(self, file):
        file.chmod(0o444)
        self.text = text_of(file)
        self.refuse(file, "cannot be written: read-only file")

    def test_changed_under_our_feet(self, file):
        self.text = text_of(file)
        file.write_bytes(b"x = 405\n")
        self.refuse(file, "changed while it was being read; left alone", before=b"x = 405\n")

    def test_not_in_this_encoding(self, file):
        file.write_bytes(b"# coding: ascii\n")
        self.text = text_of(file)
        self.refuse(file, "cannot be encoded: 'ascii' codec", "é", before=b"# coding: ascii\n")

    def test_bytes_that_do_not_come_back(self, file):
        raw = b"# coding: iso2022_jp\n\x1b$B\x1b(B\n"
        file.write_bytes(raw)
        self.text = text_of(file)
        self.refuse(file, "its bytes are not what iso2022_jp makes of its text", before=raw)

    @pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
    @pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
    def test_a_failure_leaves_the_old_file_and_nothing_else(self, file, monkeypatch, step, error):
        self.text = text_of(file)

        def fail(*args):
            raise error

        monkeypatch.setattr(step, fail)
        if isinstance(error, OSError):
            self.refuse(file, "cannot be written: no space left on device")
        else:
            with pytest.raises(KeyboardInterrupt):
                write(self.text, "y = 1\n")
            assert file.read_bytes() == b"x = 404\n"
            assert only(file)

    def test_gone(self, file):
        self.text = text_of(file)
        file.unlink()
        with pytest.raises(tree.FileError, match="cannot be written: no such file or directory"):
            write(self.text, "y = 1\n")

    def test_not_a_file(self, file):
        self.text = text_of(file)
        file.unlink()
        os.mkfifo(file)
        with pytest.raises(tree.FileError, match="cannot be written: not a regular file"):
            write(self.text, "y = 1\n")
