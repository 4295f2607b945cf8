"""What ships: built once from a copy of the tree, listed to the file, installed and asked one question."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def build(tree: Path, target: Path, what: str) -> Path:
    command: list[str | Path] = [sys.executable, "-m", "build", "--no-isolation", f"--{what}", "--outdir", target, tree]
    subprocess.run(command, check=True, capture_output=True)
    (product,) = target.glob("*.whl" if what == "wheel" else "*.tar.gz")
    return product


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files git would hand on, in a folder of their own."""
    copy = tmp_path_factory.mktemp("tree") / "historycli"
    ignored = shutil.ignore_patterns(".*", "*.db", "__pycache__", "*.egg-info", "dist")
    shutil.copytree(ROOT, copy, ignore=ignored)
    return copy


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tree, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def sdist(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tree, tmp_path_factory.mktemp("sdist"), "sdist")


def modules() -> set[str]:
    package = ROOT / "src"
    return {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".db" and "__pycache__" not in path.parts and "egg-info" not in str(path)
    }


def test_the_wheel_holds_the_package_and_the_database_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        meta = {name.split(".dist-info/")[1] for name in archive.namelist() if ".dist-info/" in name}
    (manual,) = [name for name in names if ".data/" in name]
    assert manual.endswith(".data/data/share/man/man1/historycli.1")
    assert names - {manual} == modules() | {"historycli/collection.db"}
    assert meta == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/data/LICENSE"}


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < 8_000_000


def test_the_sdist_holds_the_texts_and_no_database(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert "data/06/04/khrushchev-secret-speech.md" in names
    assert "data/LICENSE" in names
    assert {"tests/conftest.py", "hatch_build.py", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"} <= names
    assert not [name for name in names if name.endswith(".db")]
    unexpected = {name.split("/")[0] for name in names} - {
        "src", "data", "tests", "benchmarks", "docs", "hatch_build.py", "pyproject.toml", "PKG-INFO", "README.md",
        "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", ".gitignore",
    }  # fmt: skip
    assert not unexpected


def test_two_builds_are_the_same_bytes(tree: Path, wheel: Path, tmp_path: Path) -> None:
    assert build(tree, tmp_path, "wheel").read_bytes() == wheel.read_bytes()


def test_a_wheel_from_the_sdist_is_the_same(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    again = build(unpacked, tmp_path / "dist", "wheel")
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(wheel) as other:
        database = "historycli/collection.db"
        assert one.read(database) == other.read(database)
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_a_fault_in_the_texts_stops_the_build(tree: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(tree, broken)
    (broken / "data/06/04/khrushchev-secret-speech.md").write_text("no entry\n")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        tmp_path / "dist",
        broken,
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode != 0
    assert "data/06/04/khrushchev-secret-speech.md:1: front matter: the file must begin" in done.stdout + done.stderr


def test_the_installed_wheel_answers_from_a_read_only_folder(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site # packages"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel], check=True
    )
    for path in sorted(target.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(target), "HOME": "", "PYTHONIOENCODING": "ascii"}
    where = subprocess.run(
        [sys.executable, "-c", "import historycli; print(historycli.__file__)"],
        capture_output=True, check=True, env=environment, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert where.stdout.startswith(str(target))
    for command in (["today"], ["show", "secret", "speech", "--format", "rich"], ["about", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "historycli", *command], capture_output=True, env=environment, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
    for path in target.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    target.chmod(0o755)


def test_an_editable_tree_says_when_its_collection_is_old(tree: Path, tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    shutil.copytree(tree, checkout, ignore=shutil.ignore_patterns("*.db"))
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(checkout / "src")}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", env=environment, cwd=checkout
        )

    missing = run("historycli", "today")
    assert missing.returncode == 1
    assert "in a checkout run: python -m historycli.collection" in missing.stderr
    assert run("historycli.collection").returncode == 0
    assert run("historycli", "today").stderr == ""
    entry = checkout / "data/06/04/also.toml"
    os.utime(entry, (entry.stat().st_atime, entry.stat().st_mtime + 3600))
    stale = run("historycli", "today")
    assert stale.returncode == 0
    assert "Rebuild it with: python -m historycli.collection" in stale.stderr
