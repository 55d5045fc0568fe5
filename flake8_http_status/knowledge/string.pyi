"""https://docs.python.org/3/library/string.html"""
from typing import Annotated, Mapping

class Template:
    def substitute(
        self, mapping: Mapping[object, Annotated[object, "text"]] = ..., /, **kws: Annotated[object, "text"]
    ) -> str: ...
    safe_substitute = substitute
