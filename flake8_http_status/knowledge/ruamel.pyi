"""https://yaml.dev/doc/ruamel.yaml/"""
from typing import Annotated

class yaml:
    class main:
        # "rt" and "safe" refuse a member, "unsafe" writes it as a Python object.
        class YAML:
            def dump(self, data: Annotated[object, "exact"], stream=..., *, transform=...): ...
            def dump_all(self, documents: Annotated[object, "exact"], stream, *, transform=...): ...

    from ruamel.yaml.main import YAML
