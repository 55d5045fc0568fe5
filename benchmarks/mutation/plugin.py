"""What pytest loads to learn how long each test takes."""
from __future__ import annotations

from typing import Any

from benchmarks.mutation.reach import Durations


def pytest_configure(config: Any) -> None:
    """Register the plugin."""
    config.pluginmanager.register(Durations())
