"""The project's files, as git sees them: tracked, and new ones that are not ignored."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("bot.py", "settings.py", "logs.py", "handlers", "scheduler", "reports", "locales", "journal")


def files(suffix: str = "") -> list[Path]:
    """Every file whose name ends in `suffix`, sorted, relative to ROOT."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = [name for name in set(listed.split("\0")) if name.endswith(suffix)]
    return sorted(Path(name) for name in names if (ROOT / name).is_file())


def read(path: Path) -> str:
    """The text of a file; "" for one that is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def product() -> dict[Path, ast.Module]:
    """The parsed Python files that run in production."""
    return {path: ast.parse(read(path)) for path in files(".py") if path.parts[0] in PRODUCT}
