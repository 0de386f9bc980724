"""The pages around the product: what they point to is there, what they tell to type exists, pictures are small."""

from __future__ import annotations

import re
from pathlib import Path

from start import VERBS, benchmarks
from tests.rules.files import ROOT, files, read

PAGES = [path for path in files(".md") if path.parts[0] not in ("tests", "locales")]
LARGEST = 150_000  # bytes of a picture
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")


def targets(page: Path) -> list[str]:
    """What a page links to within the project."""
    found = (link or image for link, image in LINK.findall(read(page)))
    return [target for target in found if "://" not in target]


def anchors(page: Path) -> set[str]:
    """The names of the headings, as a link names them."""
    headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = (ROOT / page.parent / name).resolve() if name else ROOT / page
    return not file.exists() or bool(anchor and anchor not in anchors(file.relative_to(ROOT)))


def test_every_link_leads_somewhere() -> None:
    assert [(str(page), target) for page in PAGES for target in targets(page) if leads_nowhere(page, target)] == []


def test_every_make_target_that_is_named_exists() -> None:
    named = {verb for page in PAGES for verb in re.findall(r"(?:`|^)make ([\w-]+)", read(page), re.MULTILINE)}
    assert named <= set(VERBS)


def test_every_benchmark_that_is_named_exists() -> None:
    named = set(re.findall(r"`bench (\w+)`", read(Path("docs/performance.md"))))
    assert named == set(benchmarks())


def test_pictures_are_few_and_small() -> None:
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    assert len(pictures) <= 8
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST] == []


def test_every_page_is_in_the_index() -> None:
    index = {(ROOT / "docs" / name).resolve() for name in targets(Path("docs/README.md"))}
    assert {page.resolve() for page in (ROOT / "docs").glob("*.md")} - index == {(ROOT / "docs/README.md").resolve()}
